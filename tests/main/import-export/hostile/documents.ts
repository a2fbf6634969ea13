import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fixturePath } from '../read/read-fixture.ts';
import type { HostileFile } from './hostile-file.ts';
import { file, truncations } from './hostile-file.ts';

/** Values of the wrong kind, to be put wherever a text or a list belongs. */
const wrong = ['null', '0', 'true', '[]', '{}', '""', '[[[]]]', '{"__proto__":1}', '1e999', '"\\u0000"'];

/** A file of each layout with a hole where a value of the wrong kind goes. */
const holed: Record<string, (hole: string) => string> = {
  'beeftext.json': (hole) =>
    `{"fileFormatVersion":8,"groups":${hole},"combos":[${hole},{"name":${hole},"snippet":${hole}}]}`,
  'zendesk.json': (hole) =>
    `{"macros":[${hole},{"title":"a::b","actions":[{"field":"comment_value","value":${hole}}]},{"title":${hole},"actions":${hole}}]}`,
  'gorgias.json': (hole) =>
    `[${hole},{"name":"a","actions":[{"name":"setResponseText","arguments":{"body_text":${hole}}},${hole}]}]`,
  'raycast.json': (hole) => `[${hole},{"name":"a","text":"b","keyword":${hole}}]`,
  'text-blaze.json': (hole) =>
    `{"folders":[${hole},{"name":${hole},"snippets":[${hole},{"shortcut":${hole},"text":${hole}}]}]}`,
};

const json: HostileFile[] = [
  ...Object.entries(holed).flatMap(([name, fill]) =>
    wrong.map((hole) => file(`${name} with ${hole} for values`, name, fill(hole))),
  ),
  file('arrays nested a hundred thousand deep', 'a.json', () => '['.repeat(100_000), [
    'damaged',
    'too-complex',
  ]),
  file(
    'arrays nested a million deep and closed',
    'a.json',
    () => '['.repeat(1_000_000) + ']'.repeat(1_000_000),
  ),
  file('objects nested a hundred thousand deep', 'a.json', () => '{"a":'.repeat(100_000), [
    'damaged',
    'too-complex',
  ]),
  file(
    'keys of the prototype',
    'a.json',
    '[{"__proto__":{"text":"x"},"name":"a","text":"您好","constructor":1}]',
    ['read'],
  ),
  file('an own export that says nothing', 'a.json', '{"format":"repartee"}', ['damaged']),
  file('an own export of a later version', 'a.json', '{"format":"repartee","version":99,"replies":[]}', [
    'unsupported',
    'damaged',
  ]),
  file(
    'an own export of broken replies',
    'a.json',
    '{"format":"repartee","version":1,"libraries":[],"categories":[null,1],"replies":[null,{},[],"x"],"media":{}}',
  ),
  file('JSON that nobody knows', 'a.json', '{"a":1}', ['unknown-format']),
  file('a list of numbers', 'a.json', '[1,2,3]', ['unknown-format']),
  file('JSON with a comment', 'a.json', '{"combos": [] /* none */}', ['damaged']),
  ...truncations('beeftext.json', readFileSync(fixturePath('beeftext.json')), 12),
];

const deepBlock = Array.from({ length: 5_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
const laughs = Array.from(
  { length: 12 },
  (_, index) =>
    `l${index}: &l${index} [${
      index === 0
        ? '"ha"'
        : Array(12)
            .fill(`*l${index - 1}`)
            .join(',')
    }]`,
).join('\n');

const yaml: HostileFile[] = [
  file('YAML brackets nested deep', 'a.yml', () => `matches: ${'['.repeat(100_000)}`, ['too-complex']),
  file(
    'YAML brackets nested deep and closed',
    'a.yml',
    () => `matches: ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    ['too-complex'],
  ),
  file('YAML braces nested deep with keys', 'a.yml', () => `matches: ${'{a: '.repeat(20_000)}`, [
    'too-complex',
    'damaged',
  ]),
  file('YAML dashes nested deep', 'a.yml', () => `matches:\n  ${'- '.repeat(50_000)}x`, ['too-complex']),
  file('YAML questions nested deep', 'a.yml', () => `matches:\n  ${'? '.repeat(50_000)}x`, ['too-complex']),
  file('YAML indented deep', 'a.yml', () => `matches:\n${deepBlock}`, ['too-complex']),
  file('YAML aliases that multiply', 'a.yml', `${laughs}\nmatches: *l11`, ['too-complex']),
  file('YAML that contains itself', 'a.yml', 'matches: &a\n  - *a\n  - trigger: x\n    replace: 您好'),
  file('YAML with an alias to nothing', 'a.yml', 'matches:\n  - *nobody', ['damaged', 'too-complex']),
  file(
    'YAML with ten thousand aliases',
    'a.yml',
    () => `x: &x {trigger: a, replace: 您好}\nmatches:\n${'  - *x\n'.repeat(10_000)}`,
  ),
  file(
    'YAML with tags of other languages',
    'a.yml',
    'matches:\n  - trigger: x\n    replace: !!js/function "function(){}"\n  - trigger: !!python/object/apply:os.system [x]\n    replace: 您好',
  ),
  file('YAML with merge keys', 'a.yml', 'x: &x {replace: 您好}\nmatches:\n  - <<: *x\n    trigger: y'),
  file(
    'YAML with keys of the prototype',
    'a.yml',
    'matches:\n  - trigger: x\n    replace: 您好\n    __proto__: {label: y}\n    constructor: 1',
    ['read'],
  ),
  file('YAML with a list of nothing', 'a.yml', 'matches:\n  -\n  - null\n  - 1\n  - text\n  - []', ['read']),
  file('YAML with a text for matches', 'a.yml', 'matches: 您好', ['empty']),
  file('YAML with tabs for indents', 'a.yml', 'matches:\n\t- trigger: x', ['damaged']),
  file('YAML of several documents', 'a.yml', 'matches: []\n---\nmatches: []\n...\n', ['damaged', 'empty']),
  file('YAML with one key a thousand times', 'a.yml', () => 'matches: []\n'.repeat(1_000), ['empty']),
  file(
    'YAML with vars of the wrong kind',
    'a.yml',
    'matches:\n  - trigger: x\n    replace: "{{a}} {{b}} {{c}}"\n    vars: [null, {name: a, type: date, params: 5}, {name: b, type: choice, params: {values: {}}}, {name: c, type: date, params: {format: "%", offset: x}}]',
    ['read'],
  ),
  file(
    'YAML of a megabyte in one text',
    'a.yml',
    () => `matches:\n  - trigger: x\n    replace: "${'长'.repeat(400_000)}"`,
    ['read'],
  ),
  file(
    'YAML larger than is read',
    'a.yml',
    () => `matches:\n${'  - {trigger: x, replace: y}\n'.repeat(500)}`,
    ['too-complex'],
    { yamlBytes: 4_096 },
  ),
  ...['../../../etc/passwd', '/etc/hostname', 'C:\\x.png', '$CONFIG/../../x.png', 'con.png'].map((path) =>
    file(`an Espanso picture at ${path}`, 'a.yml', `matches:\n  - trigger: x\n    image_path: '${path}'`, [
      'read',
    ]),
  ),
  ...truncations('espanso.yml', readFileSync(fixturePath('espanso.yml')), 12),
];

/** A database with this schema and content, as bytes. */
function database(sql: string): Buffer {
  const db = new Database(':memory:');
  db.exec(sql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

const main =
  'CREATE TABLE Main(lID INTEGER PRIMARY KEY, mText TEXT, lParentID INTEGER, bIsGroup INTEGER, QuickPasteText TEXT);';

const sqlite: HostileFile[] = [
  file('a database without the table', 'a.db', () => database('CREATE TABLE x(a)'), ['unknown-format']),
  file(
    'a view that never ends under the name of the table',
    'a.db',
    () =>
      database(
        'CREATE VIEW Main AS WITH RECURSIVE c(lID) AS (SELECT 1 UNION ALL SELECT lID + 1 FROM c) SELECT lID, lID AS mText FROM c',
      ),
    ['unknown-format'],
  ),
  file('the table with other columns', 'a.db', () => database('CREATE TABLE Main(a, b)'), ['unknown-format']),
  file('the table without rows', 'a.db', () => database(main), ['empty']),
  file(
    'groups that contain each other',
    'a.db',
    () => database(`${main} INSERT INTO Main VALUES (1,'a',2,1,''),(2,'b',1,1,''),(3,'您好',1,0,'')`),
    ['read'],
  ),
  file(
    'values of the wrong kind in every column',
    'a.db',
    () =>
      database(
        `${main} INSERT INTO Main VALUES (1,x'ff00',x'00',0,5),(2,5,'x',0,NULL),(3,NULL,NULL,NULL,NULL)`,
      ),
    ['read'],
  ),
  file(
    'a data table that is a view',
    'a.db',
    () =>
      database(
        `${main} INSERT INTO Main VALUES (1,'您好',-1,0,''); CREATE VIEW Data AS SELECT 1 AS lID, 1 AS lParentID, 'PNG' AS strClipBoardFormat, x'00' AS ooData`,
      ),
    ['read'],
  ),
  file(
    'a text of odd length in the data table',
    'a.db',
    () =>
      database(
        `${main} INSERT INTO Main VALUES (1,'您好',-1,0,''); CREATE TABLE Data(lID INTEGER PRIMARY KEY, lParentID INTEGER, strClipBoardFormat TEXT, ooData BLOB); INSERT INTO Data VALUES (1,1,'CF_UNICODETEXT',x'60'),(2,1,'PNG',x'00')`,
      ),
    ['read'],
  ),
  file('only the header of a database', 'a.db', Buffer.from('SQLite format 3\0'), [
    'damaged',
    'unknown-format',
  ]),
  file(
    'a header with garbage behind',
    'a.db',
    () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_176, 0x5a)]),
    ['damaged', 'unknown-format'],
  ),
  file(
    'more clips than are read',
    'a.db',
    () =>
      database(
        `${main} WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 200) INSERT INTO Main SELECT x, 'x', -1, 0, '' FROM c`,
      ),
    ['too-many-rows'],
    { rows: 100 },
  ),
];

/** Structured documents: JSON, YAML and databases. */
export function documents(): HostileFile[] {
  return [...json, ...yaml, ...sqlite];
}
