import type { PaletteOpening } from '../../shared/ipc.ts';
import { acceleratorText } from '../ui/accelerator-text.ts';
import { useLanguage } from '../ui/i18n.tsx';
import { instantWords } from '../ui/instant-words.ts';
import { keyName } from './key-names.ts';
import type { NoticeContext, Tone } from './notice-words.ts';

/** What `noticeWords` and `hintWords` need, in the language of the window. */
export function useNoticeContext(platform: PaletteOpening['platform']): NoticeContext {
  const { t, locale } = useLanguage();
  return {
    t,
    date: (instant) => instantWords(instant, locale),
    hotkey: (accelerator) => acceleratorText(accelerator, platform),
    editKey: `${keyName('primary', platform)}+E`,
  };
}

/** The icon of each tone, so that colour is not the only sign. */
export const toneIcons = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'error',
} as const satisfies Record<Tone, string>;
