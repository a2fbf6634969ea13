import type { Instant } from '../../../shared/domain/reply.ts';

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
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
