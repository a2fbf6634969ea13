import type { IntegrityFinding, SafetyProblem } from '../../shared/contract/safety-calls.ts';
import type { settingsBackups } from '../../shared/i18n/areas/settings-backups.ts';
import type { Words } from '../../shared/i18n/catalogue.ts';
import { storageCause } from '../../shared/storage-cause.ts';
import { byteWords } from '../ui/number-words.ts';

export type BackupWords = Words<keyof (typeof settingsBackups)['en']>;

/** So many titles are named in a finding. */
const mostTitles = 5;

/** Why something was not done, and what to do about it. */
export function problemWords(problem: SafetyProblem | { kind: 'failed' }, t: BackupWords): string {
  switch (problem.kind) {
    case 'too-large':
      return t('problem.too-large', { limit: byteWords(problem.limit) });
    case 'damaged':
      return t('problem.damaged', { detail: problem.detail });
    case 'no-trash':
      return t('problem.no-trash', { path: problem.path });
    case 'storage':
      return storageWords(problem, t);
    default:
      return t(`problem.${problem.kind}`);
  }
}

function storageWords({ code, path }: Extract<SafetyProblem, { kind: 'storage' }>, t: BackupWords): string {
  switch (storageCause(code)) {
    case 'full':
      return t('problem.full', { path });
    case 'denied':
      return t('problem.readonly', { path });
    case 'in-use':
      return t('problem.locked', { path });
    case 'gone':
      return t('problem.gone', { path });
    case 'other':
      return t('problem.storage', { code, path });
  }
}

/** What the check found, in a sentence. */
export function findingWords(finding: IntegrityFinding, t: BackupWords): string {
  switch (finding.kind) {
    case 'database':
      return t('finding.database', { detail: finding.detail });
    case 'foreign-key':
      return t('finding.foreign-key', { table: finding.table, rows: finding.rows });
    case 'media-missing':
    case 'media-damaged':
      return t(`finding.${finding.kind}`, { titles: titles(finding.replies, t) });
    case 'media-unused':
      return t('finding.media-unused', { files: finding.files, size: byteWords(finding.bytes) });
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
