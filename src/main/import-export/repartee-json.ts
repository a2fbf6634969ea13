import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RowReason } from '../../shared/contract/transfer-calls.ts';
import type { Category, Id, Instant, Library, MediaHash, Part } from '../../shared/domain/reply.ts';
import { err, ok } from '../../shared/result.ts';
import type { ReplyState } from '../storage/reply-rows.ts';
import type { ImportedCategory, ImportedPart, ImportedReply, ReadOutcome } from './read/imported.ts';

/** What the file says it is. A later version that this one cannot read counts up. */
const fileMark = { format: 'repartee', version: 1 } as const;

/** A reply as it stands in the file: everything but its times and its history. */
export type ExportedReply = Omit<ReplyState, 'deletedAt'> & { id: Id };

/** What goes into a file. Categories come parents before children; media are read when they are written. */
export type WholeExport = {
  exportedAt: Instant;
  libraries: Library[];
  categories: Category[];
  replies: Iterable<ExportedReply>;
};

/**
 * Writes a complete export piece by piece, so that it never stands in memory as a whole.
 * @param readMedia Gives the bytes of a picture or file; null when they are gone, which leaves them out.
 */
export function* reparteeJson(
  { exportedAt, libraries, categories, replies }: WholeExport,
  readMedia: (hash: MediaHash) => Uint8Array | null,
): Generator<string> {
  const head = JSON.stringify({ ...fileMark, exportedAt, libraries, categories });
  yield `${head.slice(0, -1)},\n"replies":[`;
  const hashes = new Set<MediaHash>();
  let separator = '\n';
  for (const reply of replies) {
    for (const part of reply.variants.flat()) if (part.kind !== 'text') hashes.add(part.hash);
    yield separator + JSON.stringify(reply);
    separator = ',\n';
  }
  yield '\n],\n"media":{';
  separator = '\n';
  for (const hash of hashes) {
    const bytes = readMedia(hash);
    if (bytes === null) continue;
    yield `${separator}"${hash}":"${Buffer.from(bytes).toString('base64')}"`;
    separator = ',\n';
  }
  yield '\n}}\n';
}

const id = z.string().min(1).max(64);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });

const categorySchema = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable()
    .catch(null),
  position: z.number().int().min(0).max(1_000_000).catch(0),
});

const partSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('image'), hash, alt: z.string() }),
  z.object({ kind: z.literal('file'), hash, name: z.string() }),
]);

const replySchema = z.object({
  id,
  categoryId: id.nullable().catch(null),
  title: z.string(),
  shortcode: z.string().nullable().catch(null),
  variants: z.array(z.array(partSchema).max(200)).max(50),
  tags: z.array(z.string()).max(200).catch([]),
  note: z.string().max(20_000).catch(''),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  successorId: id.nullable().catch(null),
  nextIds: z.array(id).max(100).catch([]),
  favourite: z.boolean().catch(false),
});

const fileSchema = z.object({
  format: z.literal(fileMark.format),
  version: z.literal(fileMark.version),
  categories: z.array(z.unknown()),
  replies: z.array(z.unknown()),
  media: z.record(z.string(), z.unknown()).catch({}),
});

/** Whether parsed JSON says of itself that it is an export of ours, of whatever version. */
export function isReparteeJson(value: unknown): boolean {
  return z.object({ format: z.literal(fileMark.format) }).safeParse(value).success;
}

/**
 * Reads a complete export. A later version is refused as unsupported, a broken frame as damaged; a broken reply is a row
 * that is skipped.
 * @param from Name of the file.
 */
export function readReparteeJson(value: unknown, from: string): ReadOutcome {
  const file = fileSchema.safeParse(value);
  if (!file.success) {
    const version = z.object({ version: z.number().int() }).safeParse(value);
    const isLater = version.success && version.data.version > fileMark.version;
    return isLater
      ? err({ kind: 'unsupported', name: from, format: `Repartee JSON ${version.data.version}` })
      : err({ kind: 'damaged', name: from, line: null });
  }
  const media = mediaReader(file.data.media);
  const categories = readCategories(file.data.categories);
  const paths = new Map<Id, string[]>();
  for (const { id: categoryId, parentId, name } of categories) {
    paths.set(categoryId, [...(parentId === null ? [] : (paths.get(parentId) ?? [])), name]);
  }
  const replies = file.data.replies.map((given, index) => {
    const reply = replySchema.safeParse(given);
    if (!reply.success) return brokenRow(index + 1, from);
    const { categoryId, successorId, nextIds, variants, ...rest } = reply.data;
    const reasons = new Set<RowReason>();
    const read = variants.map((parts) => parts.flatMap((part) => readPart(part, media, reasons)));
    return {
      ...rest,
      line: index + 1,
      from,
      variants: read,
      categoryPath: categoryId === null ? [] : (paths.get(categoryId) ?? []),
      tier: null,
      titleIsText: false,
      exact: { categoryId, successorId, nextIds },
      reasons: [...reasons],
      skip: read.every((parts) => parts.length === 0) ? 'empty-body' : null,
    } satisfies ImportedReply;
  });
  return ok({ layout: 'repartee-json', encoding: null, table: null, replies, categories });
}

/** Broken categories are left out; what lies below them comes out below nothing. A parent that comes later counts as none. */
function readCategories(given: readonly unknown[]): ImportedCategory[] {
  const known = new Set<Id>();
  return given.flatMap((one) => {
    const category = categorySchema.safeParse(one);
    if (!category.success || known.has(category.data.id)) return [];
    const { parentId } = category.data;
    known.add(category.data.id);
    return [{ ...category.data, parentId: parentId !== null && known.has(parentId) ? parentId : null }];
  });
}

/** Decodes each file once, and only bytes that really have the hash that they are named by. */
function mediaReader(given: Record<string, unknown>): (hash: MediaHash) => Uint8Array | null {
  const decoded = new Map<MediaHash, Uint8Array | null>();
  return (name) => {
    const known = decoded.get(name);
    if (known !== undefined) return known;
    const text = Object.hasOwn(given, name) ? given[name] : null;
    const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : null;
    const isWhole = bytes !== null && createHash('sha256').update(bytes).digest('hex') === name;
    decoded.set(name, isWhole ? bytes : null);
    return isWhole ? bytes : null;
  };
}

function readPart(
  part: Part,
  media: (hash: MediaHash) => Uint8Array | null,
  reasons: Set<RowReason>,
): ImportedPart[] {
  if (part.kind === 'text') return [part];
  const bytes = media(part.hash);
  if (bytes === null) {
    reasons.add('image-missing');
    return [];
  }
  return part.kind === 'image'
    ? [{ kind: 'image', bytes, alt: part.alt }]
    : [{ kind: 'file', bytes, name: part.name }];
}

function brokenRow(line: number, from: string): ImportedReply {
  return {
    line,
    from,
    title: '',
    titleIsText: false,
    shortcode: null,
    variants: [],
    tags: [],
    note: '',
    categoryPath: [],
    validFrom: null,
    validUntil: null,
    tier: null,
    id: null,
    favourite: false,
    reasons: [],
    skip: 'not-a-reply',
  };
}
