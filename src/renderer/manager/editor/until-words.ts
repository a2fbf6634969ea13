import type { Instant } from '../../../shared/domain/reply.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { instantWords } from '../../ui/instant-words.ts';
import { dayBefore, isMidnight } from './instants.ts';

/** An end: at midnight by the last day that still counts, `2026年11月30日 24:00`. */
export function untilWords(instant: Instant, locale: Locale): string {
  if (!isMidnight(instant)) return instantWords(instant, locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(dayBefore(instant));
  return `${day} 24:00`;
}
