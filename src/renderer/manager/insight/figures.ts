import type { InsightWords } from '../../../shared/i18n/areas/insight.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

/** A duration in words, to the two units that matter: `3 h 20 min`, `4 min 5 s`, `12 s`. */
export function durationWords(seconds: number, t: InsightWords): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return t('seconds', { seconds: whole });
  if (whole < 3_600) return t('minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
  const minutes = Math.round(whole / 60);
  return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** A calendar day (YYYY-MM-DD) in words: `11月24日`, `Nov 24`; with its year when it is not the one of `today`. */
export function dayWords(day: string, locale: Locale, today: Date): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const sameYear = year === today.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(new Date(year, month - 1, date, 12));
}

/** The local date of an instant, `2026年11月24日`, `Nov 24, 2026`. */
export function dateWords(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant));
}
