import type { Instant } from '../../shared/domain/reply.ts';
import type { Locale } from '../../shared/i18n/locale.ts';

/** A stored instant as a local date with its time, in the words of the language. */
export function dateWords(instant: Instant, locale: Locale): string {
  // Twenty-four hours, as the manager says it: 清晨5:25 of zh-TW is hard to compare.
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return format.format(new Date(instant));
}
