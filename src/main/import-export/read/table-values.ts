import type { Instant, LibraryTier } from '../../../shared/domain/reply.ts';

/** A day, with a time where the cell has one. */
type Moment = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  hasTime: boolean;
};

/** A validity as a cell gives it; `bad` where something stands there that is no date. */
export type CellValidity = { from: Instant | null; until: Instant | null; bad: boolean };

const endless =
  /^(永久|长期|永久有效|长期有效|不限|不限期|无|无限期|永不过期|長期|長期有效|永久有效|無|無期限|-|—|\/|forever|never|none|n\/a|no expiry)$/i;

const dateText =
  /(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})[:：时點点](\d{1,2})?(?:[:：分](\d{1,2}))?(?:\.\d+)?[分秒]?)?/g;

/** An instant as programs write it, with its offset from UTC. */
const instantText = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Days since 1899-12-30 that are dates of our time, 1954 to 2119, and no year, count or price. */
const serialRange = { first: 20_000, last: 80_000 };

/**
 * Reads a cell of an expiry column: `2026/3/1`, `2026年3月1日`, `2026-03-01 18:00`, a serial day of Excel's, or a range. A day without a
 * time lasts to its end, in local time.
 */
export function readExpiry(cell: string, date1904: boolean): CellValidity {
  const text = cell.trim();
  if (text === '' || endless.test(text)) return { from: null, until: null, bad: false };
  if (instantText.test(text)) return instantValidity(text);
  const moments = momentsOf(text, date1904);
  const last = moments?.at(-1);
  if (moments === null || last === undefined || moments.length > 2)
    return { from: null, until: null, bad: true };
  const first = moments.length === 2 ? (moments[0] as Moment) : null;
  return { from: first === null ? null : startOf(first), until: endOf(last), bad: false };
}

function instantValidity(text: string): CellValidity {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return { from: null, until: null, bad: true };
  return { from: null, until: instant.toISOString(), bad: false };
}

/** Reads a cell of a column with the first day of validity; it holds from the start of that day. */
export function readValidFrom(cell: string, date1904: boolean): CellValidity {
  const text = cell.trim();
  if (text === '' || endless.test(text)) return { from: null, until: null, bad: false };
  if (instantText.test(text)) {
    const { until, bad } = instantValidity(text);
    return { from: until, until: null, bad };
  }
  const moments = momentsOf(text, date1904);
  const first = moments?.length === 1 ? moments[0] : undefined;
  return first === undefined
    ? { from: null, until: null, bad: true }
    : { from: startOf(first), until: null, bad: false };
}

/** The dates of a text, or null if one of them is none or more than joining words stands around them. */
function momentsOf(text: string, date1904: boolean): Moment[] | null {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : null;
  if (serial !== null) {
    if (serial < serialRange.first || serial > serialRange.last) return null;
    return [momentOfSerial(date1904 ? serial + 1_462 : serial)];
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const source = compact === null ? text : `${compact[1]}-${compact[2]}-${compact[3]}`;
  const rest = source.replace(dateText, '').replace(/[至到~～—–\-\s止前有效期：:]|to|until/gi, '');
  if (rest !== '' || text.length > 100) return null;
  const moments = [...source.matchAll(dateText)].map(momentOfMatch);
  return moments.every((moment) => moment !== null) ? moments : null;
}

function momentOfMatch(match: RegExpMatchArray): Moment | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(year, month - 1, day);
  const isReal = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
  const isTime = hour < 24 && minute < 60 && second < 60;
  if (!isReal || !isTime || year < 1900) return null;
  return { year, month, day, hour, minute, second, hasTime: match[4] !== undefined };
}

/** Serial days count from 1899-12-30, since Excel takes 1900 for a leap year; the fraction is the time of day. */
function momentOfSerial(serial: number): Moment {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(serial), 0, 0, seconds));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    hasTime: seconds > 0,
  };
}

/** A serial day of a spreadsheet as `2026-03-01`, with ` 18:00:00` behind it if it has a time. */
export function dateTextOfSerial(serial: number, date1904: boolean): string {
  const moment = momentOfSerial(date1904 ? serial + 1_462 : serial);
  if (!Number.isFinite(moment.year)) return String(serial);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.year}-${two(moment.month)}-${two(moment.day)}`;
  return moment.hasTime ? `${day} ${two(moment.hour)}:${two(moment.minute)}:${two(moment.second)}` : day;
}

function startOf({ year, month, day, hour, minute, second }: Moment): Instant {
  return new Date(year, month - 1, day, hour, minute, second).toISOString();
}

function endOf(moment: Moment): Instant {
  if (moment.hasTime) return startOf(moment);
  return new Date(moment.year, moment.month - 1, moment.day, 23, 59, 59, 999).toISOString();
}

/** Whether a reply is the team's: `是` or `否` of a column that asks whether it joins the team, or the words themselves. */
export function readTier(cell: string): LibraryTier | null {
  const text = cell.trim().toLowerCase();
  if (/^(是|y|yes|true|1|√|✓|团队|團隊|team)$/.test(text)) return 'team';
  return /^(否|n|no|false|0|×|✗|个人|個人|personal)$/.test(text) ? 'personal' : null;
}

/** Tags parted by commas, semicolons, enumeration commas, bars, slashes or breaks. */
export function readTags(cell: string): string[] {
  return cell.split(/[,，、;；|｜\n]+/);
}

/** The replies of one cell, parted by vertical bars outside of placeholders. */
export function splitVariants(body: string): string[] {
  if (!body.includes('|')) return [body];
  const parts = body.match(/(?:\{\{[^{}]*\}\}|[^|])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The names in a cell of a picture column, parted by commas, semicolons, bars or breaks. */
export function readNames(cell: string): string[] {
  return cell
    .split(/[,，;；|\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
