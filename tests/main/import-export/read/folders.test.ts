import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readSource } from '../../../../src/main/import-export/read/read-source.ts';
import { testFolder } from '../../storage/open-test-database.ts';
import { fixturePath, problemOf, readWhole, shown } from './read-fixture.ts';

type Files = Record<string, string | Uint8Array>;

function folderWith(files: Files): string {
  const folder = testFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What the page sends of a folder that is dropped on the window: each file with its path from the folder on. */
async function readDropped(folder: string, name: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.replace(folder, name) }));
  const outcome = await readSource(files, { mapping: null, onProgress: () => {} });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** A file of the format that Word, Windows' thumbnails and Excel 97 share, without a workbook. */
function compoundFile(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.from('content'));
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

function workbook(rows: string[][]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '尺码');
  return write(book, { type: 'buffer' });
}

const systemFiles: Files = {
  '.DS_Store': new Uint8Array([0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31, 0xff]),
  'Thumbs.db': compoundFile('Catalog'),
  'desktop.ini': '[.ShellClassInfo]\r\n',
  'README.md': '# 说明\n\n标题, 内容\n',
  LICENSE: '',
};

test('reads a dropped folder as the one that is chosen, past what systems and authors leave in it', async () => {
  const folder = folderWith(systemFiles);
  cpSync(fixturePath('espanso'), folder, { recursive: true });
  const dropped = await readDropped(folder, '话术包');
  expect(dropped).toEqual(await readWhole(folder));
  expect(dropped.layout).toBe('espanso');
  expect(dropped.replies.flatMap(({ variants }) => variants.flat()).map(({ kind }) => kind)).toContain(
    'image',
  );
});

test('reads a dropped folder with a sheet and its pictures', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const sheet = '标题,内容\n尺码,请看[图片:size.png]\n';
  const folder = folderWith({ ...systemFiles, '话术.csv': sheet, 'media/size.png': png });
  const { replies } = await readDropped(folder, '话术包');
  expect(replies.map(({ variants }) => variants.map(shown))).toEqual([[['请看', '<image size>']]]);
});

test('takes what lies in media for attachments, never for sheets', async () => {
  const files = {
    '话术.csv': '标题,内容\n尺码,请看[文件:尺码.xlsx]\n说明,请看[文件:说明.doc]\n',
    'media/尺码.xlsx': workbook([
      ['标题', '内容'],
      ['S', '155'],
    ]),
    'media/说明.doc': compoundFile('WordDocument'),
  };
  const reading = await readWhole(folderWith(files));
  expect(reading.table?.sheets).toEqual(['话术.csv']);
  expect(reading.replies.map(({ variants }) => variants.map(shown))).toEqual([
    [['请看', '<file 尺码.xlsx>']],
    [['请看', '<file 说明.doc>']],
  ]);
});

test('leaves out a document of Word beside a sheet, and names it when it was chosen itself', async () => {
  const folder = folderWith({
    '话术.csv': '标题,内容\n问候,您好\n',
    '说明.doc': compoundFile('WordDocument'),
  });
  expect((await readWhole(folder)).replies).toHaveLength(1);
  expect(await problemOf(join(folder, '说明.doc'))).toEqual({ kind: 'unknown-format', name: '说明.doc' });
});
