import type { Locale } from '../../shared/i18n/locale.ts';
import type { Settings } from '../../shared/settings.ts';

/** Puts the language and the theme of the window on <html>, where fonts and colours look for them. */
export function applyAppearance(locale: Locale, theme: Settings['theme']): void {
  const root = document.documentElement;
  root.lang = locale;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
