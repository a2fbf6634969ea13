import type { Instant } from '../../../shared/domain/reply.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

/** What is to become of one bound of a validity. `day` is YYYY-MM-DD as a date field gives it, empty when none was chosen. */
export type BoundChoice = { how: 'keep' | 'clear' | 'set'; day: string };

export type ValidityChange = { validFrom?: Instant | null; validUntil?: Instant | null };

/**
 * The change that two choices stand for, in local days: the first day counts from its midnight, the last day until the
 * next midnight.
 */
export function validityChange(
  from: BoundChoice,
  until: BoundChoice,
): { ok: true; value: ValidityChange } | { ok: false; error: 'missing' | 'reversed' } {
  if ((from.how === 'set' && from.day === '') || (until.how === 'set' && until.day === '')) {
    return { ok: false, error: 'missing' };
  }
  if (from.how === 'set' && until.how === 'set' && until.day < from.day) {
    return { ok: false, error: 'reversed' };
  }
  return { ok: true, value: { ...bound('validFrom', from, 0), ...bound('validUntil', until, 1) } };
}

function bound(key: keyof ValidityChange, choice: BoundChoice, daysLater: number): ValidityChange {
  if (choice.how === 'keep') return {};
  return { [key]: choice.how === 'clear' ? null : midnight(choice.day, daysLater) };
}

/** The instant at which a local day begins, or the one `daysLater`. */
function midnight(day: string, daysLater: number): Instant {
  const at = localDay(day);
  at.setDate(at.getDate() + daysLater);
  return at.toISOString();
}

function localDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(2000, 0, 1);
  // As a year grows digit by digit it is 2, then 20: the constructor would take those for 1902 and 1920.
  at.setFullYear(year, month - 1, date);
  return at;
}

/** A chosen day with its weekday, as the language writes it: a date field follows the system, `12/03/2026`. */
export function chosenDayWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(localDay(day));
}
