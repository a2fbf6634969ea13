import type { Translate } from '../../shared/i18n/translate.ts';
import { settingsTable } from '../../shared/settings.ts';
import type { ChangeStatus } from './use-settings.ts';

/** Why a change was not saved, in words. */
export function refusalWords(refused: Extract<ChangeStatus, { kind: 'refused' }>, t: Translate): string {
  const { error } = refused;
  switch (error.kind) {
    case 'invalid-value':
      return error.key === 'paste.restoreDelayMs' ? delayWords(t) : t('settings.error.invalid');
    case 'hotkey-taken':
      return t('settings.error.hotkeyTaken');
    case 'unknown-key':
      return t('settings.error.unknownKey');
    case 'storage-failed':
      return t('settings.error.storage');
    case 'failed':
      return t('settings.error.failed');
  }
}

/** The bounds of the restore delay, from the table of settings. */
export function restoreDelayBounds(): { min: number; max: number } {
  const { minValue, maxValue } = settingsTable['paste.restoreDelayMs'].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? 0 };
}

function delayWords(t: Translate): string {
  return t('settings.error.delay', restoreDelayBounds());
}
