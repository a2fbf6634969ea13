import type { Locale } from '../../shared/i18n/locale.ts';

/** A number as the language writes it, with at most one digit behind the point. */
export function numberWords(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

const byteUnits = ['B', 'KB', 'MB', 'GB'] as const;

/** A size in the unit that leaves one to three digits before the point: `3.2 MB`. A unit is 1,024 of the one before, as in limits. */
export function byteWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < byteUnits.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${Number(value.toFixed(value < 10 ? 1 : 0))} ${byteUnits[unit]}`;
}
