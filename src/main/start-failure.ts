import type { Translate } from '../shared/i18n/translate.ts';
import { storageCause } from '../shared/storage-cause.ts';

/** What the person is told when the app cannot start at all, and the code for the log. */
export function startFailure(
  error: unknown,
  folder: string,
  t: Translate,
): { title: string; detail: string; code: string } {
  const code = codeOf(error);
  const cannotWrite = ['full', 'denied'].includes(storageCause(code)) || code.startsWith('SQLITE_IOERR');
  const reason = cannotWrite
    ? t('start.failedStorage', { code })
    : t('start.failedOther', { detail: error instanceof Error ? error.message : String(error) });
  return { title: t('start.failedTitle'), detail: `${reason}\n${t('start.folder', { folder })}`, code };
}

/** The code that Node and SQLite give their errors, or `none`. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'none';
}
