import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBeeftextJson } from '../../../../src/main/import-export/read/beeftext-json.ts';
import { sampleRows } from '../../../support/import-rows.ts';
import { fixturePath, readFixture, readWhole, shown, textsOf } from './read-fixture.ts';

const bodies = sampleRows.map(({ body }) => body);
const titles = sampleRows.map(({ title }) => title);
const shortcodes = sampleRows.map(({ shortcode }) => shortcode);
const categories = sampleRows.map(({ category }) => [category]);

/** Rows whose placeholders a help desk alone can fill. */
const helpdeskReasons = bodies.map((body) =>
  /\{\{(clipboard|date|订单号)\}\}/.test(body) ? ['unknown-placeholder'] : [],
);

/** Bodies of the help desks' files: their own placeholders stay, the agent's name becomes ours. */
const helpdeskBodies = bodies.map((body) =>
  body
    .replace('{{clipboard}}', '{{ticket.requester.name}}')
    .replace('{{date}}', '{{ticket.created_at}}')
    .replace('{{cursor}}', '{{agent.name}}')
    .replace('{{订单号}}', '{{ticket.id}}'),
);

test('reads Beeftext with groups, placeholders and what is switched off', async () => {
  const reading = await readFixture('beeftext.json');
  expect(reading.layout).toBe('beeftext-json');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual(categories);
  expect(reading.replies.map(({ skip }) => skip)).toEqual([...Array(9).fill(null), 'disabled']);
  expect(reading.replies.flatMap(({ reasons }) => reasons)).toEqual([]);
});

test('reads the first version of Beeftext', async () => {
  const reading = await readFixture('beeftext-v1.json');
  expect(reading.layout).toBe('beeftext-json');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
});

test('reads a CSV of Beeftext, which has no header', async () => {
  const reading = await readFixture('beeftext.csv');
  expect(reading.layout).toBe('beeftext-csv');
  expect(reading.table?.unsure).toBe(false);
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
});

test('reads a CSV of TextExpander: the name of the file is the group, and a carriage return ends a row', async () => {
  const reading = await readFixture('textexpander/售后模板.csv');
  expect(reading.layout).toBe('textexpander');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes.map((code) => `;${code}`));
  expect(new Set(reading.replies.flatMap(({ categoryPath }) => categoryPath))).toEqual(new Set(['售后模板']));
});

test('takes only the name of a file of TextExpander for the group, not the folders above it', async () => {
  const bytes = readFileSync(fixturePath('textexpander/售后模板.csv'));
  const folder = mkdtempSync(join(tmpdir(), 'textexpander-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'groups'));
  writeFileSync(join(folder, 'groups', '售后.csv'), bytes);
  const { replies } = await readWhole(folder);
  expect(replies[0]?.categoryPath).toEqual(['售后']);
});

test('skips what is in a group of Beeftext that is switched off', () => {
  const combo = { name: 'n', keyword: 'k', snippet: '您好', enabled: true };
  const groups = [
    { uuid: 'on', name: '开', enabled: true },
    { uuid: 'off', name: '关', enabled: false },
  ];
  const combos = groups.map(({ uuid }) => ({ ...combo, group: uuid }));
  const replies = readBeeftextJson({ fileFormatVersion: 10, groups, combos }, 'a.json');
  expect(replies.map(({ skip }) => skip)).toEqual([null, 'disabled']);
});

test('reads a match file of Espanso', async () => {
  const reading = await readFixture('espanso.yml');
  expect(reading.layout).toBe('espanso');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes.map((code) => `:${code}`));
  expect(reading.replies.map(({ tags }) => tags)).toEqual(sampleRows.map(({ tag }) => [tag]));
});

test.each(['espanso', 'espanso.zip'])(
  'reads a package of Espanso with everything that matches may have: %s',
  async (name) => {
    const { replies } = await readFixture(name);
    const rows = replies.map(({ shortcode, tags, variants, reasons, skip }) => [
      shortcode,
      tags,
      variants.flatMap(shown),
      reasons,
      skip,
    ]);
    expect(rows).toEqual([
      [':hello', [':hi'], ['您好，小王'], [], null],
      [':pick', [], ['请选{{choice:红色|蓝色}}'], [], null],
      [':thanks', [], ['谢谢您', '感谢支持'], [], null],
      [':size', [], ['<image size>'], [], null],
      [':gone', [], [], [], 'image-missing'],
      [':ask', [], ['订单 {{order}} 的地址是 {{choice:家|公司}}'], [], null],
      [null, [], ['Hi {{who}}'], ['unknown-placeholder'], 'regex-trigger'],
      [':ip', [], ['{{ip}}'], ['script-variable'], null],
      [':rich', [], ['第一段\n\n第二段 链接 (https://shop.example/a)'], [], null],
      [':due', [], ['{{date+3d}} {{time}} 前有效，{{nobody}}'], ['unknown-placeholder'], null],
    ]);
    expect(replies.every(({ categoryPath }) => categoryPath[0] === '店铺话术')).toBe(true);
  },
);

test.each(['autokey', 'autokey.zip'])('reads folders and phrases of AutoKey: %s', async (name) => {
  const reading = await readFixture(name);
  expect(reading.layout).toBe('autokey');
  const byCode = new Map(reading.replies.map((reply) => [reply.shortcode, reply]));
  for (const { shortcode, title, category, body } of sampleRows) {
    const reply = byCode.get(shortcode);
    expect(reply).toMatchObject({ title, categoryPath: ['我的话术', category], skip: null });
    const isScript = body.includes('{{订单号}}');
    expect(shown(reply?.variants[0] ?? [])).toEqual([body.replace('{{订单号}}', '<script name=ask>')]);
    expect(reply?.reasons).toEqual(isScript ? ['script-variable'] : []);
  }
});

test('reads snippets of Raycast', async () => {
  const reading = await readFixture('raycast.json');
  expect(reading.layout).toBe('raycast');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
});

test('reads a collection of Alfred', async () => {
  const reading = await readFixture('alfred.alfredsnippets');
  expect(reading.layout).toBe('alfred');
  expect(textsOf(reading)).toEqual(bodies.map((body) => body.replace('{{订单号}}', '{random:UUID}')));
  expect(reading.replies[5]?.reasons).toEqual(['unknown-placeholder']);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies[0]?.categoryPath).toEqual(['alfred']);
});

test('reads folders of Text Blaze', async () => {
  const reading = await readFixture('text-blaze.json');
  expect(reading.layout).toBe('text-blaze');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual(categories);
});

test('reads clips of Ditto whole, with their groups, and flags double braces that mean nothing there', async () => {
  const reading = await readFixture('ditto.db');
  expect(reading.layout).toBe('ditto');
  expect(textsOf(reading)).toEqual(bodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
  expect(reading.replies.map(({ categoryPath }) => categoryPath)).toEqual(categories);
  expect(reading.replies.map(({ reasons }) => reasons)).toEqual(
    bodies.map((body) => (body.includes('{{') ? ['unknown-placeholder'] : [])),
  );
});

test('reads macros of Zendesk with the path that their titles are', async () => {
  const reading = await readFixture('zendesk.json');
  expect(reading.layout).toBe('zendesk');
  expect(textsOf(reading)).toEqual(helpdeskBodies);
  expect(reading.replies.map(({ title, categoryPath }) => [title, categoryPath])).toEqual(
    sampleRows.map(({ title, category, subcategory }) => [title, [category, subcategory]]),
  );
  expect(reading.replies.map(({ reasons }) => reasons)).toEqual(helpdeskReasons);
  expect(reading.replies.at(-1)?.skip).toBe('disabled');
});

test('reads macros of Gorgias with their tags', async () => {
  const reading = await readFixture('gorgias.json');
  expect(reading.layout).toBe('gorgias');
  expect(textsOf(reading)).toEqual(helpdeskBodies);
  expect(reading.replies.map(({ tags }) => tags)).toEqual(sampleRows.map(({ tag }) => [tag]));
  expect(reading.replies.map(({ reasons }) => reasons)).toEqual(helpdeskReasons);
});

test('reads canned responses of Chatwoot', async () => {
  const reading = await readFixture('chatwoot.json');
  expect(reading.layout).toBe('chatwoot');
  expect(textsOf(reading)).toEqual(helpdeskBodies);
  expect(reading.replies.map(({ shortcode }) => shortcode)).toEqual(shortcodes);
});

test('reads macros of Intercom', async () => {
  const reading = await readFixture('intercom.json');
  expect(reading.layout).toBe('intercom');
  expect(textsOf(reading)).toEqual(helpdeskBodies);
  expect(reading.replies.map(({ title }) => title)).toEqual(titles);
});
