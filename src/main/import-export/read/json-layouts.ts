import type { ImportLayout } from '../../../shared/contract/transfer-calls.ts';
import { isBeeftextJson, readBeeftextJson } from './beeftext-json.ts';
import { isChatwoot, readChatwoot } from './chatwoot.ts';
import { isGorgias, readGorgias } from './gorgias.ts';
import type { Grid } from './grid.ts';
import type { ImportedReply } from './imported.ts';
import { isIntercom, readIntercom } from './intercom.ts';
import { asText, isObject } from './own-field.ts';
import { isRaycast, readRaycast } from './raycast.ts';
import { isTextBlaze, readTextBlaze } from './text-blaze.ts';
import { isZendesk, readZendesk } from './zendesk.ts';

type JsonLayout = {
  layout: ImportLayout;
  accepts: (value: unknown) => boolean;
  read: (value: unknown, from: string) => ImportedReply[];
};

/** Layouts of a single JSON file, those with the most particular keys first. */
const jsonLayouts: readonly JsonLayout[] = [
  { layout: 'beeftext-json', accepts: isBeeftextJson, read: readBeeftextJson },
  { layout: 'text-blaze', accepts: isTextBlaze, read: readTextBlaze },
  { layout: 'zendesk', accepts: isZendesk, read: readZendesk },
  { layout: 'gorgias', accepts: isGorgias, read: readGorgias },
  { layout: 'chatwoot', accepts: isChatwoot, read: readChatwoot },
  { layout: 'intercom', accepts: isIntercom, read: readIntercom },
  { layout: 'raycast', accepts: isRaycast, read: readRaycast },
];

/** The layout of a parsed JSON file, or null for one that is not known. */
export function jsonLayoutOf(value: unknown): JsonLayout | null {
  return jsonLayouts.find(({ accepts }) => accepts(value)) ?? null;
}

/** Keys of the first objects make the columns; further ones are an oddity of single rows. */
const sampledObjects = 50;

/** A plain list of objects as a table, its keys as the header; null for any other value. */
export function gridOfJson(value: unknown, file: { name: string; folder: string }): Grid | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return null;
  const keys = [...new Set(value.slice(0, sampledObjects).flatMap(Object.keys))].slice(0, 60);
  const rows = value.map((item, index) => ({
    line: index + 1,
    cells: keys.map((key) => (Object.hasOwn(item, key) ? cellOf(item[key]) : '')),
  }));
  return { ...file, rows: [{ line: 0, cells: keys }, ...rows], date1904: false, carriageReturnsOnly: false };
}

function cellOf(value: unknown): string {
  return Array.isArray(value) ? value.map(asText).join(',') : asText(value);
}
