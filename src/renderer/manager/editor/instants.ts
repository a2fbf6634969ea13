import type { Instant } from '../../../shared/domain/reply.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** An instant as the value of a `datetime-local` input: local time to the minute. Empty for null. */
export function toInputValue(instant: Instant | null): string {
  if (instant === null) return '';
  const at = new Date(instant);
  const date = `${at.getFullYear().toString().padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant of a `datetime-local` input's value, in UTC with milliseconds; null for an empty or unfinished one. */
export function fromInputValue(value: string): Instant | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts.slice(1).map(Number);
  // As a year grows digit by digit it is 2, then 20: the constructor would take those for 1902 and 1920.
  const at = new Date(0);
  at.setFullYear(year, month - 1, day);
  at.setHours(hour, minute, 0, 0);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

export type QuickPick = 'today' | 'week' | 'month';

/** The end of a local day: midnight, since a reply is valid until an instant that no longer counts. */
export function quickPick(pick: QuickPick, now: Date): Instant {
  switch (pick) {
    case 'today':
      return midnightAfter(now, 1);
    case 'week':
      return midnightAfter(now, 8);
    case 'month':
      return new Date(now.getFullYear(), now.getMonth() + 1, 1).toISOString();
  }
}

function midnightAfter(now: Date, days: number): Instant {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
}

/** Whether an end lies at local midnight, where people speak of the day before. */
export function isMidnight(instant: Instant): boolean {
  const at = new Date(instant);
  return at.getHours() === 0 && at.getMinutes() === 0;
}

/** The local day before an instant. */
export function dayBefore(instant: Instant): Date {
  const at = new Date(instant);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() - 1);
}

/** True when the bounds leave no moment in which the reply is valid. */
export function isReversed(from: Instant | null, until: Instant | null): boolean {
  return from !== null && until !== null && from >= until;
}
