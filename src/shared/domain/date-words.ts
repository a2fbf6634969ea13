import type { Locale } from '../i18n/locale.ts';

const hanCharacter = /\p{Script=Han}/u;
const letter = /\p{L}/u;

/**
 * The language in which dates and greetings of a reply are written: Chinese for a text with Chinese characters
 * (traditional when the interface is traditional), English for one without.
 */
export function localeOfText(text: string, interfaceLocale: Locale): Locale {
  const literal = text.replaceAll(/\{\{[^{}]*\}\}/g, '');
  if (hanCharacter.test(literal)) return interfaceLocale === 'zh-TW' ? 'zh-TW' : 'zh-CN';
  // A text of nothing but placeholders has no script of its own.
  return letter.test(literal) ? 'en' : interfaceLocale;
}

/** The local date `offsetDays` days after `now`, written out: `2026年11月24日`, `November 24, 2026`. */
export function dateWords(now: Date, offsetDays: number, locale: Locale): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + offsetDays, 12);
  if (locale !== 'en') return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(day);
}

/** The local time of day, `09:05`. */
export function timeWords(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** From this local hour on, the greeting that customers expect. */
const greetings: Record<Locale, [fromHour: number, words: string][]> = {
  'zh-CN': [
    [0, '您好'],
    [5, '早上好'],
    [9, '上午好'],
    [12, '中午好'],
    [14, '下午好'],
    [18, '晚上好'],
  ],
  'zh-TW': [
    [0, '您好'],
    [5, '早安'],
    [11, '午安'],
    [18, '晚安'],
  ],
  en: [
    [0, 'Hello'],
    [5, 'Good morning'],
    [12, 'Good afternoon'],
    [18, 'Good evening'],
  ],
};

/** The greeting for the local hour of `now`. */
export function greetingAt(now: Date, locale: Locale): string {
  const hour = now.getHours();
  return greetings[locale].findLast(([fromHour]) => fromHour <= hour)?.[1] ?? '';
}
