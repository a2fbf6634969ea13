import { builtInQuirks } from '../../../src/main/platform/paste/built-in-quirks.ts';
import type {
  BackupContents,
  BackupFolderView,
  BackupView,
  IntegrityReport,
  SafetyProblem,
} from '../../../src/shared/contract/safety-calls.ts';
import type { PasteRule, PasteRulesView, PickedApp } from '../../../src/shared/paste-rule.ts';
import { ok, type Result } from '../../../src/shared/result.ts';

type Outcome<Value> = Result<Value, SafetyProblem> | Promise<Result<Value, SafetyProblem>>;

/** What main answers in the tests of the settings page. */
export type Answers = {
  listBackups: () => BackupView[] | Promise<BackupView[]>;
  readBackupFolder: () => BackupFolderView;
  backUpNow: () => Outcome<BackupView>;
  inspectBackup: (name: string) => Outcome<BackupContents>;
  restoreBackup: (name: string) => Outcome<{ previous: string }>;
  deleteBackup: (name: string) => Outcome<null>;
  chooseBackupFolder: () => Outcome<string> | null;
  openBackupFolder: () => void;
  exportEverything: () => Outcome<{ path: string; bytes: number }> | null;
  importEverything: () => Outcome<{ previous: string }> | null;
  checkIntegrity: () => Outcome<IntegrityReport>;
  repairSearch: () => Outcome<null>;
  cancelSafetyJob: () => void;
  showArchive: () => void;
  readPasteRules: () => PasteRulesView;
  savePasteRules: (rules: PasteRule[]) => Outcome<PasteRulesView>;
  pickApp: () => PickedApp | Promise<PickedApp>;
  cancelPick: () => void;
  suspendHotkeys: (on: boolean) => void;
};

const reasons = [
  'daily',
  'manual',
  'before-import',
  'daily',
  'daily',
  'before-restore',
  'before-upgrade',
] as const;

/** A dozen backups, the newest first. */
export const backups: BackupView[] = Array.from({ length: 12 }, (_, index) => {
  const madeAt = new Date(Date.UTC(2026, 2, 12 - index, 1, 30)).toISOString();
  return {
    name: `repartee-${madeAt.replace(/[:.]/g, '-')}.db`,
    madeAt,
    bytes: 3_200_000 - index * 41_000,
    reason: reasons[index % reasons.length] ?? 'daily',
  };
});

/** A backup that differs from the library in every way. */
export const contents: BackupContents = {
  replies: 1_284,
  categories: 46,
  libraries: ['个人话术', '山风户外团队'],
  lastChangeAt: '2026-03-10T09:12:00.000Z',
  onlyThere: 12,
  onlyHere: 3,
  different: 7,
  missingMedia: 2,
  sample: Array.from({ length: 19 }, (_, index) => ({
    title: index % 3 === 0 ? `退货地址与运费说明（第 ${index + 1} 版）` : `发什么快递 ${index + 1}`,
    texts: [
      '亲，默认发中通快递，偏远地区发邮政，一般 48 小时内发出，请您放心。\n如需指定快递请在下单前告诉我们哦。',
      ...(index % 4 === 0 ? ['默认发中通，一般两天内发出。'] : []),
    ],
    state: index % 2 === 0 ? 'only-there' : 'different',
  })),
};

/** One finding of every kind. */
export const report: IntegrityReport = {
  checkedAt: '2026-03-12T02:00:00.000Z',
  replies: 1_284,
  media: 96,
  findings: [
    { kind: 'database', detail: 'row 12 missing from index reply_by_category' },
    { kind: 'foreign-key', table: 'reply_tag', rows: 2 },
    {
      kind: 'media-missing',
      hash: 'a'.repeat(64),
      replies: Array.from({ length: 7 }, (_, index) => ({
        id: `${index}`,
        title: `安装步骤图 ${index + 1}`,
      })),
    },
    { kind: 'media-damaged', hash: 'b'.repeat(64), replies: [{ id: 'x', title: '尺码表' }] },
    { kind: 'media-unused', files: 14, bytes: 5_600_000 },
    { kind: 'search-index', detail: 'behind' },
    { kind: 'backup-damaged', name: 'repartee-2026-03-01T01-30-00-000Z.db' },
  ],
};

export const rules: PasteRule[] = [
  { apps: ['wechat.exe', 'weixin*'], gapMs: 400, allowSend: true, reason: '老电脑上图片慢' },
  { apps: ['qianniu*'], settleMs: 150 },
  { apps: ['putty.exe'], mode: 'type' },
];

/** Answers of a machine on which everything is well. */
export function sampleAnswers(): Answers {
  let view: PasteRulesView = {
    rules,
    builtIn: builtInQuirks.map(({ reason: _reason, apps, ...row }) => ({ ...row, apps: [...apps] })),
    defaults: { chord: 'Mod+V', mode: 'paste', gapMs: 120, settleMs: 0, allowSend: false },
    broken: null,
    keptAside: null,
  };
  const own = '/home/lin/.config/Repartee/backups';
  return {
    listBackups: () => backups,
    readBackupFolder: () => ({ folder: own, own, unreachable: null }),
    backUpNow: () => ok(backups[0] as BackupView),
    inspectBackup: () => ok(contents),
    restoreBackup: () => ok({ previous: 'previous.db' }),
    deleteBackup: () => ok(null),
    chooseBackupFolder: () => null,
    openBackupFolder: () => {},
    exportEverything: () => ok({ path: '/home/lin/Documents/Repartee-2026-03-12.zip', bytes: 48_000_000 }),
    importEverything: () => null,
    checkIntegrity: () => ok({ ...report, findings: [] }),
    repairSearch: () => ok(null),
    cancelSafetyJob: () => {},
    showArchive: () => {},
    readPasteRules: () => view,
    savePasteRules(next) {
      view = { ...view, rules: next };
      return ok(view);
    },
    pickApp: () => ({ kind: 'picked', app: 'wxwork.exe', appName: 'WXWork' }),
    cancelPick: () => {},
    suspendHotkeys: () => {},
  };
}
