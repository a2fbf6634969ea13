import type { Instant } from '../../../shared/domain/reply.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { dayBefore, isMidnight } from './instants.ts';

/** An instant in local date and time: `2026年11月22日 18:30`. */
export function instantWords(instant: Instant, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** An end: at midnight by the last day that still counts, `2026年11月30日 24:00`. */
export function untilWords(instant: Instant, locale: Locale): string {
  if (!isMidnight(instant)) return instantWords(instant, locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(dayBefore(instant));
  return `${day} 24:00`;
}
