import type { IntegrityFinding, SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import type { Words } from '../../shared/i18n/catalogue.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { bytesWords } from './format.ts';

export type BackupWords = Words<keyof (typeof settingsBackups)['en']>;

/** So many titles are named in a finding. */
const mostTitles = 5;

const full = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'];
const readOnly = ['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM'];
const locked = ['EBUSY', 'ETXTBSY', 'SQLITE_BUSY', 'SQLITE_LOCKED'];
const gone = ['ENOENT', 'ENOTDIR', 'ENODEV', 'EIO'];

/** Why something was not done, and what to do about it. */
export function problemWords(
  problem: SafetyProblem | { kind: 'failed' },
  t: BackupWords,
  locale: Locale,
): string {
  switch (problem.kind) {
    case 'too-large':
      return t('problem.too-large', { limit: bytesWords(problem.limit, locale) });
    case 'damaged':
      return t('problem.damaged', { detail: problem.detail });
    case 'no-trash':
      return t('problem.no-trash', { path: problem.path });
    case 'storage': {
      const { code, path } = problem;
      const isOne = (codes: string[]) => codes.some((known) => code.startsWith(known));
      if (isOne(full)) return t('problem.full', { path });
      if (isOne(readOnly)) return t('problem.readonly', { path });
      if (isOne(locked)) return t('problem.locked', { path });
      if (isOne(gone)) return t('problem.gone', { path });
      return t('problem.storage', { code, path });
    }
    default:
      return t(`problem.${problem.kind}`);
  }
}

/** What the check found, in a sentence. */
export function findingWords(finding: IntegrityFinding, t: BackupWords, locale: Locale): string {
  switch (finding.kind) {
    case 'database':
      return t('finding.database', { detail: finding.detail });
    case 'foreign-key':
      return t('finding.foreign-key', { table: finding.table, rows: finding.rows });
    case 'media-missing':
    case 'media-damaged':
      return t(`finding.${finding.kind}`, { titles: titles(finding.replies, t) });
    case 'media-unused':
      return t('finding.media-unused', { files: finding.files, size: bytesWords(finding.bytes, locale) });
    case 'search-index':
      return t(`finding.search.${finding.detail}`);
    case 'backup-damaged':
      return t('finding.backup-damaged', { name: finding.name });
  }
}

function titles(replies: readonly { title: string }[], t: BackupWords): string {
  const named = replies.slice(0, mostTitles).map(({ title }) => title);
  const list = named.join(t('inspect.listSeparator'));
  return replies.length > mostTitles ? `${list} ${t('finding.more', { count: replies.length })}` : list;
}
