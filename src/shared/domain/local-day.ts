/** The calendar day of `date` in the computer's time zone, as `YYYY-MM-DD`. */
export function localDay(date: Date): string {
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}`;
}

/**
 * The last `count` calendar days, today included, oldest first. Counted on the calendar rather than in hours, so that a day
 * of 23 or 25 hours is one day.
 */
export function lastLocalDays(count: number, now: Date): string[] {
  return Array.from({ length: count }, (_, index) =>
    localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1 - index), 12)),
  );
}
