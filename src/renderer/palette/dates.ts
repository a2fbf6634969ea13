import type { Instant } from '../../shared/domain/reply.ts';
import type { Locale } from '../../shared/i18n/locale.ts';

/** A stored instant as a local date with its time, in the words of the language. */
export function dateWords(instant: Instant, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(instant));
}
