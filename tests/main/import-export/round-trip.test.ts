import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../src/main/import-export/read/limits.ts';
import { unzip } from '../../../src/main/import-export/read/zip-entries.ts';
import { readReparteeJson } from '../../../src/main/import-export/repartee-json.ts';
import { insertCategory, listCategories } from '../../../src/main/storage/categories.ts';
import { undoStep } from '../../../src/main/storage/edit-journal.ts';
import { mediaPath, storeMedia } from '../../../src/main/storage/media.ts';
import { insertReply } from '../../../src/main/storage/replies.ts';
import type { Part, ReplyDraft } from '../../../src/shared/domain/reply.ts';
import { ok } from '../../../src/shared/result.ts';
import { draft, testFolder } from '../storage/open-test-database.ts';
import { openJobs } from './open-jobs.ts';
import { contents, now, openTransfer, successOf, text } from './transfer-fixture.ts';

const date = new Date(now);

const png = (seed: number) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from(`\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03`, 'latin1'),
    Buffer.from(`picture ${seed}`),
  ]);

/** Text as an agent may write it: scripts, emoji, quotes, brackets, formulas, breaks; no character that is refused. */
const anyText = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((value) => value.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' '));
const line = fc
  .tuple(fc.constantFrom('', '', '"引号"', 'a>b', '价格::'), anyText)
  .map((values) => values.join('').replace(/\s+/g, ' ').trim());
const body = fc
  .tuple(
    fc.constantFrom('', '_x0041_', '=1+1', '+86', '-5', '@某人', '"引号"', "'", '|', '{{客户称呼}}', '<b>'),
    fc.array(anyText),
  )
  .map(([start, lines]) => [start, ...lines].join('\n'));
const instant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString());

type Seed = {
  title: string;
  bodies: string[];
  tags: string[];
  note: string;
  favourite: boolean;
  pictures: number;
};

const seed: fc.Arbitrary<Seed> = fc.record({
  title: line.map((value) => value || '标题'),
  bodies: fc.array(
    body.map((value) => (value.trim() === '' ? '内容' : value)),
    { minLength: 1, maxLength: 3 },
  ),
  tags: fc.uniqueArray(
    line.filter((value) => value !== ''),
    { maxLength: 3 },
  ),
  note: anyText,
  favourite: fc.boolean(),
  pictures: fc.integer({ min: 0, max: 2 }),
});

type Made = {
  replies: Seed[];
  categories: { name: string; color: string | null; parent: number }[];
  links: [number, number][];
  validity: [number, string][];
};

const library: fc.Arbitrary<Made> = fc.record({
  replies: fc.array(seed, { minLength: 1, maxLength: 12 }),
  categories: fc.array(
    fc.record({
      name: line.map((value) => value || '分类'),
      color: fc.constantFrom(null, '#3b82f6', '#ff0000'),
      parent: fc.nat(5),
    }),
    { maxLength: 6 },
  ),
  links: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }),
  validity: fc.array(fc.tuple(fc.nat(11), instant), { maxLength: 5 }),
});

type Transfer = ReturnType<typeof openTransfer>;

/** Fills a library with what a property has thought up. */
function fill({ db, libraryId, media }: Transfer, made: Made): void {
  const ids: string[] = [];
  for (const [index, { name, color, parent }] of made.categories.entries()) {
    const id = `category-${index}`;
    const parentId = ids[parent] ?? null;
    insertCategory(db, { id, libraryId, parentId, name: `${name} ${index}`, color, position: index }, now);
    ids.push(id);
  }
  const idOf = (index: number) => `reply-${String(index).padStart(2, '0')}`;
  for (const [index, one] of made.replies.entries()) {
    const pictures = Array.from({ length: one.pictures }, (_, number): Part => {
      const { hash } = storeMedia(db, media, png(index * 3 + number), now);
      return number === 0
        ? { kind: 'image', hash, alt: `图 ${number}` }
        : { kind: 'file', hash, name: '说明.pdf' };
    });
    const nextIds = made.links.filter(([from]) => from === index).map(([, to]) => idOf(to));
    const until = made.validity.find(([at]) => at === index)?.[1] ?? null;
    const changes: Partial<ReplyDraft> = {
      categoryId: ids[index % (ids.length + 1)] ?? null,
      title: one.title,
      shortcode: index % 2 === 0 ? `code${index}` : null,
      variants: one.bodies.map((value, variant) => [...text(value), ...(variant === 0 ? pictures : [])]),
      tags: one.tags,
      note: one.note,
      validUntil: until,
      successorId: nextIds[0] ?? null,
      nextIds: [...new Set(nextIds)],
      favourite: one.favourite,
    };
    successOf(insertReply(db, draft(libraryId, changes), date, idOf(index)));
  }
}

test('a complete export imports into an empty library as the same library, and into its own as unchanged', async () => {
  const jobs = openJobs();
  await fc.assert(
    fc.asyncProperty(library, async (made) => {
      const source = openTransfer(testFolder(), jobs);
      fill(source, made);
      const { path } = await source.exported('json');
      const again = await source.imported(path);
      expect(again.shown.counts).toEqual({ new: 0, changed: 0, unchanged: made.replies.length, skipped: 0 });

      const target = openTransfer(testFolder(), jobs);
      const { done } = await target.imported(path);
      expect(done.counts.new).toBe(made.replies.length);
      expect(contents(target.db, target.libraryId)).toEqual(contents(source.db, source.libraryId));
      expect(listCategories(target.db)).toEqual(listCategories(source.db));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('sheets come back unchanged, whatever the texts are', async () => {
  const plain = library.map((made) => ({
    ...made,
    replies: made.replies.map((one, index) => ({
      ...one,
      title: `${index} ${one.title}`.slice(0, 100).trim(),
      bodies: one.bodies.map((value) => value.replace(/[[\]]/g, ' ')).map((value) => value.trim() || '内容'),
      pictures: 0,
    })),
  }));
  const jobs = openJobs();
  await fc.assert(
    fc.asyncProperty(plain, fc.constantFrom('xlsx' as const, 'csv' as const), async (made, format) => {
      const source = openTransfer(testFolder(), jobs);
      fill(source, made);
      const { path } = await source.exported(format);
      const { shown } = await source.imported(path);
      const changed = shown.rows.filter(({ fate }) => fate !== 'unchanged');
      expect(changed).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a zip of a sheet and its pictures comes back unchanged, and brings everything into an empty library', async () => {
  const jobs = openJobs();
  const packed = library.map((made) => ({
    ...made,
    replies: made.replies.map((one, index) => ({
      ...one,
      title: `${index} ${one.title}`.slice(0, 100).trim(),
      bodies: one.bodies.map((value) => value.replace(/[[\]]/g, ' ')).map((value) => value.trim() || '内容'),
    })),
  }));
  await fc.assert(
    fc.asyncProperty(packed, async (made) => {
      const source = openTransfer(testFolder(), jobs);
      fill(source, made);
      const { path } = await source.exported('zip');
      const { shown } = await source.imported(path);
      expect(shown.rows.filter(({ fate }) => fate !== 'unchanged')).toEqual([]);

      const target = openTransfer(testFolder(), jobs);
      await target.imported(path);
      const mediaIn = ({ db, libraryId }: Transfer) =>
        contents(db, libraryId)
          .flatMap(({ variants }) => variants.flat())
          .filter(({ kind }) => kind !== 'text')
          .map((part) => JSON.stringify(part))
          .sort();
      expect(mediaIn(target)).toEqual(mediaIn(source));
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('pictures and files keep their places and names in a zip, whatever they are called', async () => {
  const source = openTransfer();
  const stored = [1, 2, 3, 4].map((seed) => storeMedia(source.db, source.media, png(seed), now).hash);
  const [one = '', two = '', three = '', four = ''] = stored;
  const image = (hash: string, alt: string): Part => ({ kind: 'image', hash, alt });
  const variants: Part[][] = [
    [image(one, '尺码'), ...text('看图'), image(two, '尺码'), ...text('还有'), image(one, '')],
    [image(three, 'a/b: "c"'), image(three, 'SIZE v1.2'), image(four, 'size V1.2')],
    [
      ...text('文件'),
      { kind: 'file', hash: four, name: '报价.xlsx' },
      { kind: 'file', hash: one, name: 'x' },
    ],
  ];
  successOf(insertReply(source.db, draft(source.libraryId, { variants }), date, 'a'));
  const { path, value } = await source.exported('zip');
  expect(value).toEqual(ok({ count: 1, missingMedia: 0, html: null }));
  expect((await source.imported(path)).shown.counts).toMatchObject({ changed: 0, unchanged: 1 });
  const target = openTransfer();
  await target.imported(path);
  expect(contents(target.db, target.libraryId)).toMatchObject([{ variants }]);
});

test('a sheet that was taken out of its zip leaves the pictures in their places, and no marks in the texts', async () => {
  const source = openTransfer();
  const [one = '', two = ''] = [1, 2].map((seed) => storeMedia(source.db, source.media, png(seed), now).hash);
  const image = (hash: string, alt: string): Part => ({ kind: 'image', hash, alt });
  const variants: Part[][] = [
    [...text('看图'), image(one, '尺码'), ...text('还有'), image(two, '')],
    [image(one, '尺码')],
  ];
  successOf(insertReply(source.db, draft(source.libraryId, { variants }), date, 'a'));
  const { path } = await source.exported('zip');
  const entries = successOf(unzip(readFileSync(path), 'a.zip', defaultLimits));
  const [sheet, picture] = entries;
  const alone = source.file('话术.xlsx', sheet?.bytes ?? '');
  const { shown } = await source.imported(alone);
  expect(shown).toMatchObject({ counts: { unchanged: 1 }, reasons: { 'image-missing': 1 } });
  mkdirSync(join(source.folder, 'some', 'media'), { recursive: true });
  writeFileSync(join(source.folder, 'some', '话术.xlsx'), sheet?.bytes ?? '');
  writeFileSync(join(source.folder, 'some', picture?.path ?? ''), picture?.bytes ?? '');
  expect((await source.imported(join(source.folder, 'some'))).shown.counts).toMatchObject({ unchanged: 1 });
  const target = openTransfer();
  await target.imported(alone);
  expect(contents(target.db, target.libraryId)).toMatchObject([
    { variants: [[...text('看图'), ...text('还有')]] },
  ]);
});

test('a zip that could not be imported again for its size is not made, nor is such a JSON', async () => {
  const { db, libraryId, media, exported } = openTransfer();
  for (const seed of [1, 2]) {
    const large = Buffer.concat([png(seed), randomBytes(26 * 1024 * 1024)]);
    const { hash } = storeMedia(db, media, large, now);
    const variants: Part[][] = [[{ kind: 'image', hash, alt: `图${seed}` }]];
    successOf(insertReply(db, draft(libraryId, { variants }), date, `${seed}`));
  }
  for (const format of ['zip', 'json'] as const) {
    const { path, value } = await exported(format);
    expect(value).toEqual({ ok: false, error: { kind: 'too-large', limit: 50 * 1024 * 1024 } });
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  }
});

test('a sheet leaves variants alone that are nothing but a picture', async () => {
  const { db, libraryId, media, exported, imported } = openTransfer();
  const { hash } = storeMedia(db, media, png(1), now);
  const variants: Part[][] = [[{ kind: 'image', hash, alt: '' }], text('第二种'), text('第三种')];
  successOf(insertReply(db, draft(libraryId, { variants }), date, 'a'));
  const { path } = await exported('xlsx');
  expect((await imported(path)).shown.counts).toMatchObject({ changed: 0, unchanged: 1 });
  expect(contents(db, libraryId)).toMatchObject([{ variants }]);
});

test('an undone import comes back under its own ids', async () => {
  const source = openTransfer();
  successOf(insertReply(source.db, draft(source.libraryId), date, 'reply-1'));
  const { path } = await source.exported('json');
  const target = openTransfer();
  await target.imported(path);
  undoStep(target.db, { now: date, by: '' });
  expect(contents(target.db, target.libraryId)).toEqual([]);
  await target.imported(path);
  expect(contents(target.db, target.libraryId)).toMatchObject([{ id: 'reply-1' }]);
});

test('a reply whose id another library has comes under a new one, and links to it follow', async () => {
  const { db, libraryId, exported, imported, file } = openTransfer();
  successOf(insertReply(db, draft(libraryId, { title: '一', nextIds: ['b'], successorId: 'b' }), date, 'a'));
  successOf(insertReply(db, draft(libraryId, { title: '二' }), date, 'b'));
  const { path } = await exported('json');
  db.prepare(`INSERT INTO library VALUES ('other', '别的', 'team', NULL, ?, ?)`).run(now, now);
  const { shown } = await imported(file('copy.json', readFileSync(path)), { libraryId: 'other' });
  expect(shown.counts.new).toBe(2);
  const [first, second] = contents(db, 'other').sort((a, b) => (a.title < b.title ? -1 : 1));
  expect(first).toMatchObject({ title: '一', nextIds: [second?.id], successorId: second?.id });
  expect(['a', 'b']).not.toContain(second?.id);
});

test('links follow to a reply that the library knows under another id, and count as no change then', async () => {
  const source = openTransfer();
  const links = { nextIds: ['b'], successorId: 'b' };
  successOf(insertReply(source.db, draft(source.libraryId, { title: '一', ...links }), date, 'a'));
  successOf(insertReply(source.db, draft(source.libraryId, { title: '二', shortcode: 'er' }), date, 'b'));
  const { path } = await source.exported('json');
  const target = openTransfer();
  successOf(insertReply(target.db, draft(target.libraryId, { title: '二', shortcode: 'er' }), date, 'here'));
  const { shown } = await target.imported(path);
  expect(shown.counts).toEqual({ new: 1, changed: 0, unchanged: 1, skipped: 0 });
  expect(contents(target.db, target.libraryId)).toMatchObject([
    { title: '一', nextIds: ['here'], successorId: 'here' },
    { id: 'here' },
  ]);
  expect((await target.imported(path)).shown.counts).toMatchObject({ changed: 0, unchanged: 2 });
});

test('an export says how many pictures are gone, and is made without them', async () => {
  const { db, libraryId, media, exported } = openTransfer();
  const { hash } = storeMedia(db, media, png(1), now);
  const kept = storeMedia(db, media, png(2), now).hash;
  const image = (of: string): Part => ({ kind: 'image', hash: of, alt: '' });
  successOf(insertReply(db, draft(libraryId, { variants: [[image(hash), image(kept)]] }), date, 'a'));
  rmSync(mediaPath(media, hash) as string);
  const { path, value } = await exported('json');
  expect(value).toEqual(ok({ count: 1, missingMedia: 1, html: null }));
  expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')).media)).toEqual([kept]);
});

test('a picture that is missing in an export stays in the library', async () => {
  const { db, libraryId, media, exported, imported, file } = openTransfer();
  const { hash } = storeMedia(db, media, png(1), now);
  const picture: Part = { kind: 'image', hash, alt: '' };
  const variants: Part[][] = [[...text('见图'), picture], [picture], text('没有图')];
  successOf(insertReply(db, draft(libraryId, { variants }), date, 'a'));
  const { path } = await exported('json');
  const without = { ...JSON.parse(readFileSync(path, 'utf8')), media: {} };
  const { shown } = await imported(file('without.json', JSON.stringify(without)));
  expect(shown).toMatchObject({ counts: { changed: 0, unchanged: 1 }, reasons: { 'image-missing': 1 } });
  expect(contents(db, libraryId)).toMatchObject([{ variants }]);
});

test('a file of a later version is refused by name, a broken one as damaged, a broken reply as a row', () => {
  const frame = { format: 'repartee', version: 1, categories: [], replies: [], media: {} };
  expect(readReparteeJson({ ...frame, version: 2 }, 'a.json')).toEqual({
    ok: false,
    error: { kind: 'unsupported', name: 'a.json', format: 'Repartee JSON 2' },
  });
  expect(readReparteeJson({ ...frame, replies: 'none' }, 'a.json')).toEqual({
    ok: false,
    error: { kind: 'damaged', name: 'a.json', line: null },
  });
  const read = successOf(readReparteeJson({ ...frame, replies: [null, { id: 'x' }] }, 'a.json'));
  expect(read.replies.map(({ skip }) => skip)).toEqual(['not-a-reply', 'not-a-reply']);
});
