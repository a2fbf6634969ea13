import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportTask } from '../../../src/main/import-export/export/export-job.ts';
import type { JobEnd, JobRunner } from '../../../src/main/import-export/job-runner.ts';
import { listCategories } from '../../../src/main/storage/categories.ts';
import type { ReadableDatabase } from '../../../src/main/storage/database.ts';
import { libraryReplyIds } from '../../../src/main/storage/reply-keys.ts';
import { replyReader } from '../../../src/main/storage/reply-rows.ts';
import type {
  ImportChoice,
  ImportDone,
  ImportPreview,
  ImportProblem,
} from '../../../src/shared/contract/transfer-calls.ts';
import { lintPolicy } from '../../../src/shared/domain/lint/lint-policy.ts';
import type { Id, Part } from '../../../src/shared/domain/reply.ts';
import type { Result } from '../../../src/shared/result.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { openTestDatabase, testFolder } from '../storage/open-test-database.ts';
import { openJobs } from './open-jobs.ts';

export const now = '2026-02-03T04:05:06.789Z';
const policy = lintPolicy(defaultSettings());

/** A library with a process for jobs, and what a page would do with both. */
export function openTransfer(folder = testFolder(), { jobs, pids } = openJobs()) {
  const opened = openTestDatabase(folder);
  return { ...opened, jobs, pids, media: join(opened.folder, 'media'), ...transferOf(jobs, opened) };
}

/** Sources have numbers of their own, also those of libraries that share a process. */
let sources = 0;

/** The steps of an import and export on one library. */
function transferOf(jobs: JobRunner, library: { path: string; folder: string; libraryId: Id }) {
  const media = join(library.folder, 'media');
  let lastSource = 0;
  const nextSource = () => {
    sources += 1;
    lastSource = sources;
    return lastSource;
  };

  function file(name: string, content: string | Uint8Array): string {
    const path = join(library.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async function preview(
    path: string,
    changes: Partial<ImportChoice> = {},
    source: number = nextSource(),
  ): Promise<Result<ImportPreview, ImportProblem>> {
    const choice: ImportChoice = {
      libraryId: library.libraryId,
      parentCategoryId: null,
      onConflict: 'update',
      mapping: null,
      ...changes,
    };
    const files = [{ path, name: path.split('/').at(-1) ?? '' }];
    return done(
      await jobs.run('preview-import', {
        database: library.path,
        source: { number: source, files },
        choice,
        policy,
        // Ids sort by the time of the import.
        now: new Date(Date.parse(now) + source * 1_000).toISOString(),
      }),
    );
  }

  async function apply(source: number = lastSource): Promise<Result<ImportDone, ImportProblem>> {
    return done(
      await jobs.run('apply-import', { database: library.path, mediaFolder: media, source, by: '小李', now }),
    );
  }

  return {
    file,
    preview,
    apply,
    lastSource: () => lastSource,
    /** Previews and applies; throws for a problem. */
    async imported(path: string, changes: Partial<ImportChoice> = {}) {
      const shown = successOf(await preview(path, changes));
      return { shown, done: successOf(await apply()) };
    },
    async exported(format: ExportTask['format'], changes: Partial<ExportTask> = {}) {
      const path = join(library.folder, `export-${format}.${format}`);
      const value = done(
        await jobs.run('export-replies', {
          database: library.path,
          mediaFolder: media,
          format,
          selection: { kind: 'library', libraryId: library.libraryId },
          path,
          unfinished: `${path}.part`,
          title: '速查表',
          sheetName: '话术',
          locale: 'zh-CN',
          now,
          date: '2026-02-03',
          ...changes,
        }),
      );
      return { path: changes.path ?? path, value };
    },
  };
}

export function done<Value>(end: JobEnd<Value>): Value {
  if (end.kind !== 'done') throw new Error(`the job ended otherwise: ${JSON.stringify(end)}`);
  return end.value;
}

export function successOf<Value, Problem>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(`a problem: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** All replies of a library with everything that a person can see of them, by id. */
export function contents(db: ReadableDatabase, libraryId: Id) {
  const reader = replyReader(db);
  return libraryReplyIds(db, libraryId)
    .flatMap((id) => {
      const state = reader.state(id);
      return state ? [{ id, ...state }] : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Categories of a library by path. */
export function categoryPaths(db: ReadableDatabase, libraryId: Id): string[] {
  const paths = new Map<Id, string>();
  const all = listCategories(db).filter((category) => category.libraryId === libraryId);
  for (const { id, parentId, name } of all) {
    paths.set(id, parentId === null ? name : `${paths.get(parentId)} > ${name}`);
  }
  return [...paths.values()];
}

export function text(value: string): Part[] {
  return [{ kind: 'text', text: value }];
}
