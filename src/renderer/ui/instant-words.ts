import type { Instant } from '../../shared/domain/reply.ts';
import type { Locale } from '../../shared/i18n/locale.ts';

/**
 * A stored instant as local date and time, in the words of the language: `2026年11月22日 18:30`. The clock has twenty-four hours in
 * all of them: 清晨5:25 of zh-TW is hard to compare.
 */
export function instantWords(instant: Instant, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return format.format(new Date(instant));
}
