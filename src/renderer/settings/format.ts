import type { Locale } from '../../shared/i18n/locale.ts';

/** A size in the unit that suits it, for example `3.2 MB`. */
export function bytesWords(bytes: number, locale: Locale): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(2, Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)) - 1));
  const value = bytes / 1000 ** (step + 1);
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
  return format.format(value);
}
