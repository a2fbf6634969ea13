import type { ManagerView } from '../../../../src/shared/contract/library-calls.ts';
import type { Locale } from '../../../../src/shared/i18n/locale.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

/** What main tells a manager in this language. */
export function sampleView(locale: Locale): ManagerView {
  return {
    locale,
    theme: 'system',
    platform: 'linux',
    tour: false,
    hotkey: 'Ctrl+Shift+Space',
    settings: defaultSettings(),
    fill: { profile: { name: '小满', number: '021', shop: '' }, clipboard: '' },
    undo: { undo: null, redo: null },
  };
}
