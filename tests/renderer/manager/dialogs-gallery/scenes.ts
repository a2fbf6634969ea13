import type { Page } from 'playwright-core';
import type { LibraryTree, ListQuery, ManagerView } from '../../../../src/shared/contract/library-calls.ts';
import type {
  ExportProblem,
  ImportProblem,
  ImportSource,
} from '../../../../src/shared/contract/transfer-calls.ts';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import type { Answers } from './fake-wire.ts';
import {
  done,
  emptyInsight,
  insight,
  preview,
  query,
  rows,
  target,
  tree,
  unsurePreview,
  view,
} from './samples.ts';

/** What the page shows. */
export type Shown =
  | { page: 'insight'; view: ManagerView }
  | {
      page: 'import';
      view: ManagerView;
      tree: LibraryTree;
      source: ImportSource | null;
      target: { libraryId: string; categoryId: string | null };
    }
  | {
      page: 'export';
      view: ManagerView;
      tree: LibraryTree;
      query: ListQuery;
      total: number;
      selected: string[];
    };

/** A state worth looking at: what is shown, what main answers, and what is done then. */
export type Scene = {
  name: string;
  shown: Shown;
  answers?: Answers;
  /** Calls whose answers are kept back from the start. */
  hold?: string[];
  act?: (page: Page) => Promise<void>;
};

/** The same in another theme and language. */
export function withLook(shown: Shown, theme: 'light' | 'dark', locale: Locale): Shown {
  return { ...shown, view: { ...shown.view, theme, locale } };
}

const ok = (value: unknown) => ({ value: { ok: true, value } });
const refused = (error: ImportProblem | ExportProblem) => ({ value: { ok: false, error } });

const source: ImportSource = { number: 1, names: ['售后话术（2026 年 11 月修订版，新规则）.xlsx'] };
const importing: Shown = { page: 'import', view, tree, source, target };
const choosing: Shown = { ...importing, source: null };
const exporting: Shown = { page: 'export', view, tree, query, total: 41, selected: [] };
const dashboard: Shown = { page: 'insight', view };

const progress = (payload: { job: string; share: number | null }) => (page: Page) =>
  page.evaluate((told) => window.dialogs.emit('transferProgress', told), payload);

const waitFor = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor();
};

const name = '售后话术（2026 年 11 月修订版）.xlsx';
const importProblems: ImportProblem[] = [
  { kind: 'not-found', name, code: 'ENOENT' },
  { kind: 'unreadable', name, code: 'EACCES' },
  { kind: 'folder-empty', name: '空文件夹', code: null },
  { kind: 'too-large', name, limit: 50 * 1024 * 1024 },
  { kind: 'unpacks-too-large', name, limit: 200 * 1024 * 1024 },
  { kind: 'too-many-rows', name, limit: 200_000 },
  { kind: 'empty', name },
  { kind: 'unknown-format', name: '截图.png' },
  { kind: 'unsupported', name: '收藏.cpq', format: 'CopyQ' },
  { kind: 'password', name },
  { kind: 'damaged', name, line: 17 },
  { kind: 'too-complex', name: 'match.yml' },
  { kind: 'timeout', name },
  { kind: 'busy' },
  { kind: 'storage', code: 'ENOSPC' },
];

const exportProblems: ExportProblem[] = [
  { kind: 'cancelled' },
  { kind: 'busy' },
  { kind: 'empty' },
  { kind: 'too-many', limit: 2_000 },
  { kind: 'storage', code: 'EBUSY', path: 'D:\\客服\\话术库 2026-11-22.xlsx' },
];

/** Presses Escape in the dialog, once that listens: it takes the keyboard after it is there. */
export async function pressEscape(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
  await page.keyboard.press('Escape');
}

const press = (label: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: label }).first().click();
};

const importWords = /^(导入|匯入|Import) [\d,]+/;
const exportWords = /^(导出…|匯出…|Export…)$/;

/** Every state that the dashboard and the dialogs can be in. */
export const scenes: Scene[] = [
  {
    name: 'insight',
    shown: dashboard,
    answers: { readInsight: { value: insight(30) } },
    act: waitFor('.recharts-bar-rectangle'),
  },
  {
    name: 'insight-year',
    shown: dashboard,
    answers: { readInsight: { value: insight(365) } },
    act: waitFor('.recharts-bar-rectangle'),
  },
  {
    name: 'insight-lower',
    shown: dashboard,
    answers: { readInsight: { value: { ...insight(90), checking: 0.42 } } },
    act: async (page) => {
      await waitFor('.recharts-bar-rectangle')(page);
      await page.locator('.insight-panel').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'insight-formula',
    shown: dashboard,
    answers: { readInsight: { value: insight(30) } },
    act: async (page) => {
      await press(/怎么算的|怎麼算的|How it is worked out/)(page);
      await waitFor('.mantine-Popover-dropdown')(page);
    },
  },
  {
    name: 'insight-clear',
    shown: dashboard,
    answers: { readInsight: { value: insight(30) } },
    act: async (page) => {
      await press(/^(清空|Clear)$/)(page);
      // It is there before it has its name.
      await waitFor('.mantine-Modal-content[aria-labelledby]')(page);
    },
  },
  {
    name: 'insight-saved',
    shown: dashboard,
    answers: {
      readInsight: { value: insight(30) },
      exportInsight: ok({ path: '/home/agent/每天发送次数.csv', count: 30 }),
    },
    act: async (page) => {
      // By key: a pointer left on the button would bring up its hint sooner or later.
      await page.locator('.insight-panel-tools button').first().press('Enter');
      await waitFor('.mantine-Notification-root')(page);
    },
  },
  {
    name: 'insight-empty',
    shown: dashboard,
    answers: { readInsight: { value: emptyInsight(268) } },
    act: waitFor('.insight-nothing'),
  },
  {
    name: 'insight-off',
    shown: dashboard,
    answers: { readInsight: { value: { ...emptyInsight(0), keepsFailedSearches: false } } },
    act: waitFor('.insight-nothing'),
  },
  {
    name: 'insight-failed',
    shown: dashboard,
    answers: { readInsight: { fails: true } },
    act: waitFor('.insight-failed'),
  },

  { name: 'import-choose', shown: choosing, act: waitFor('.import-drop') },
  ...importProblems.map(
    (problem): Scene => ({
      name: `import-problem-${problem.kind}`,
      shown: importing,
      answers: { previewImport: refused(problem) },
      act: waitFor('.transfer-problem'),
    }),
  ),
  {
    name: 'import-reading',
    shown: importing,
    hold: ['previewImport'],
    act: progress({ job: 'read', share: 0.37 }),
  },
  {
    name: 'import-mapping',
    shown: importing,
    answers: { previewImport: ok(unsurePreview) },
    act: waitFor('.import-sample'),
  },
  {
    name: 'import-mapping-wide',
    shown: importing,
    answers: {
      previewImport: refused({
        kind: 'no-body-column',
        name,
        preview: {
          ...(unsurePreview.table as NonNullable<typeof unsurePreview.table>),
          mapping: { sheet: 1, headerRow: 0, columns: [], splitVariants: false },
          sample: Array.from({ length: 6 }, (_, row) =>
            Array.from({ length: 24 }, (_, column) =>
              row === 0 ? `第${column + 1}个很长的列名` : `内容 ${row}-${column}`,
            ),
          ),
        },
      }),
    },
    act: waitFor('.import-sample'),
  },
  {
    name: 'import-preview',
    shown: importing,
    answers: { previewImport: ok(preview) },
    act: waitFor('.import-rows tbody tr'),
  },
  {
    name: 'import-preview-plain',
    shown: importing,
    answers: {
      previewImport: ok({
        ...preview,
        layout: 'beeftext-json',
        encoding: 'UTF-8',
        table: null,
        counts: { new: 4, changed: 0, unchanged: 0, skipped: 0 },
        reasons: {},
        newCategories: [],
        newCategoryCount: 0,
        lintFindings: 0,
        lintUnchecked: 0,
        pictures: 0,
        rows: rows.slice(20, 24),
      }),
    },
    act: waitFor('.import-rows tbody tr'),
  },
  {
    name: 'import-preview-known',
    shown: importing,
    answers: {
      previewImport: ok({
        ...preview,
        counts: { new: 0, changed: 0, unchanged: 20, skipped: 0 },
        reasons: {},
        newCategories: [],
        newCategoryCount: 0,
        rows: rows.slice(180),
      }),
    },
    act: waitFor('.import-rows tbody tr'),
  },
  {
    name: 'import-preview-again',
    shown: importing,
    answers: { previewImport: ok(preview) },
    act: async (page) => {
      await waitFor('.import-rows tbody tr')(page);
      await page.evaluate(() => window.dialogs.hold('previewImport'));
      await page
        .getByLabel(/遇到已有的话术|遇到現有的話術|Replies you already have/)
        .first()
        .click();
      await page.getByRole('option').nth(1).click();
      await waitFor('.import-updating')(page);
    },
  },
  {
    name: 'import-outdated',
    shown: importing,
    answers: {
      previewImport: ok(preview),
      applyImport: refused({ kind: 'preview-outdated' }),
    },
    act: async (page) => {
      await press(importWords)(page);
      await waitFor('.transfer-problem')(page);
    },
  },
  {
    name: 'import-applying',
    shown: importing,
    answers: { previewImport: ok(preview) },
    hold: ['applyImport'],
    act: async (page) => {
      await press(importWords)(page);
      await waitFor('.transfer-job')(page);
      await progress({ job: 'apply', share: 0.64 })(page);
    },
  },
  {
    name: 'import-done',
    shown: importing,
    answers: {
      previewImport: ok(preview),
      applyImport: ok(done),
      undoState: { value: done.undo },
      undo: ok({
        label: done.undo.undo,
        changed: true,
        replyIds: [],
        skipped: 0,
        undo: { undo: null, redo: null },
      }),
    },
    act: async (page) => {
      await press(importWords)(page);
      await waitFor('.import-done')(page);
    },
  },
  {
    name: 'import-undone',
    shown: importing,
    answers: {
      previewImport: ok(preview),
      applyImport: ok(done),
      undoState: { value: done.undo },
      undo: ok({
        label: done.undo.undo,
        changed: true,
        replyIds: [],
        skipped: 0,
        undo: { undo: null, redo: null },
      }),
    },
    act: async (page) => {
      await press(importWords)(page);
      await press(/撤销导入|復原匯入|Undo import/)(page);
      await waitFor('.import-done-head[data-undone]')(page);
    },
  },

  { name: 'export', shown: exporting, act: waitFor('.export-choices') },
  {
    name: 'export-selected',
    shown: { ...exporting, selected: ['a', 'b', 'c'] },
    act: waitFor('.export-choices'),
  },
  {
    name: 'export-library',
    shown: { ...exporting, query: { ...query, categoryId: null, text: '' }, total: 268 },
    act: waitFor('.export-choices'),
  },
  {
    name: 'export-running',
    shown: exporting,
    hold: ['exportReplies'],
    act: async (page) => {
      await press(exportWords)(page);
      await waitFor('.transfer-job')(page);
      await progress({ job: 'export', share: 0.8 })(page);
    },
  },
  {
    name: 'export-done',
    shown: exporting,
    answers: {
      exportReplies: ok({
        path: 'D:\\客服\\2026 年 11 月\\售后三组\\话术库 2026-11-22.xlsx',
        count: 1_204,
        missingMedia: 2,
      }),
    },
    act: async (page) => {
      await press(exportWords)(page);
      await waitFor('.export-done')(page);
    },
  },
  ...exportProblems.map(
    (problem): Scene => ({
      name: `export-problem-${problem.kind}`,
      shown: exporting,
      answers: { exportReplies: refused(problem) },
      act: async (page) => {
        await press(exportWords)(page);
        await waitFor('.transfer-problem')(page);
      },
    }),
  ),
];

/** The scene of this name. */
export function sceneNamed(name: string): Scene {
  const found = scenes.find((each) => each.name === name);
  if (!found) throw new Error(`there is no scene ${name}`);
  return found;
}
