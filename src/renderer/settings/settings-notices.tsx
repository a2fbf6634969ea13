import { settingNames } from '../../shared/i18n/areas/settings-names.ts';
import type { Words } from '../../shared/i18n/catalogue.ts';
import type { Translate } from '../../shared/i18n/translate.ts';
import type { MessageKey } from '../../shared/i18n/zh-cn.ts';
import type { PaletteNotice } from '../../shared/ipc.ts';
import { isSettingKey, type SettingKey } from '../../shared/settings.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { useWords } from '../ui/words.tsx';

/** Settings whose row in this window names them already. */
const labels = {
  'hotkey.palette': 'settings.hotkey.palette',
  'hotkey.holding': 'settings.hotkey.holding',
  language: 'settings.language',
  theme: 'settings.theme',
  autostart: 'settings.autostart',
  'holding.replyId': 'settings.holding.reply',
  'profile.name': 'settings.profile.name',
  'profile.number': 'settings.profile.number',
  'profile.shop': 'settings.profile.shop',
  'paste.restoreDelayMs': 'settings.restoreDelay',
} as const satisfies Partial<Record<SettingKey, MessageKey>>;

type NameWords = Words<Exclude<SettingKey, keyof typeof labels>>;

/** What went wrong outside this window and has something to do with it. */
export function SettingsNotices({ notices }: { notices: PaletteNotice[] }) {
  const { t, locale } = useLanguage();
  const names = useWords(settingNames);
  const lines = notices.flatMap((notice) => {
    const text = noticeWords(notice, t, names, (instant) => instantWords(instant, locale));
    return text === null ? [] : [{ text, good: notice.kind === 'library-restored' }];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="notices">
      {lines.map(({ text, good }) => (
        <li className={good ? 'notice notice-good' : 'notice'} key={text}>
          <Icon name={good ? 'check' : 'warning'} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Null for what a row of the page says already, or what only the palette is told. */
function noticeWords(
  notice: PaletteNotice,
  t: Translate,
  names: NameWords,
  date: (instant: string) => string,
): string | null {
  switch (notice.kind) {
    case 'outcome':
    case 'hotkey-taken':
      return null;
    case 'database-restored':
      return notice.backupDate === null
        ? t('palette.notice.databaseRecreated', { path: notice.keptAside })
        : t('palette.notice.databaseRestored', { date: date(notice.backupDate), path: notice.keptAside });
    case 'database-lost':
      return t('palette.notice.databaseLost', { date: date(notice.backupDate) });
    case 'database-newer':
      return t('palette.notice.databaseNewer');
    case 'quirks-invalid':
      return t('palette.notice.quirksInvalid', { detail: notice.detail, path: notice.path });
    case 'settings-invalid':
      return t('palette.notice.settingsInvalid', {
        names: notice.keys.map((key) => settingName(key, t, names)).join(', '),
      });
    case 'starter-failed':
      return t('palette.notice.starterFailed', { detail: notice.detail });
    case 'library-restored':
      return t('palette.notice.libraryRestored', { date: date(notice.madeAt) });
    case 'restore-failed':
      return t('palette.notice.restoreFailed', { code: notice.code });
    case 'backup-failed':
      return t('palette.notice.backupFailed', { code: notice.code });
    case 'backup-folder':
      return t('palette.notice.backupFolder', { folder: notice.folder, code: notice.code });
  }
}

function settingName(key: string, t: Translate, names: NameWords): string {
  if (!isSettingKey(key)) return key;
  return hasLabel(key) ? t(labels[key]) : names(key);
}

function hasLabel(key: SettingKey): key is keyof typeof labels {
  return key in labels;
}
