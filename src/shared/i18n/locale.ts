export const locales = ['zh-CN', 'zh-TW', 'en'] as const;

/** A language of the user interface. */
export type Locale = (typeof locales)[number];

/**
 * Picks the interface language for the system's preferred languages, best first.
 * Traditional script (`Hant`, or Taiwan, Hong Kong, Macau) gives zh-TW, other Chinese zh-CN, English or anything else en.
 */
export function localeFor(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const lower = tag.toLowerCase().replaceAll('_', '-');
    if (lower.startsWith('zh')) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-TW' : 'zh-CN';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}
