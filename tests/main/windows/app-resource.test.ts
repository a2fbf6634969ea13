import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAppRequest, appResource, imageType } from '../../../src/main/windows/app-resource.ts';
import { createTemporaryResources } from '../../../src/main/windows/temporary-resources.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-resource-'));
  mkdirSync(join(folder, 'renderer/palette'), { recursive: true });
  mkdirSync(join(folder, 'renderer/assets'));
  mkdirSync(join(folder, 'media'));
  writeFileSync(join(folder, 'renderer/palette/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'renderer/assets/palette-_Ab-12.js'), 'export {};');
  writeFileSync(join(folder, 'renderer/assets/palette-_Ab-12.js.map'), '{}');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'media', sha256(png)), png);
  writeFileSync(join(folder, 'media', sha256('<script>')), '<script>');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function get(url: string, method = 'GET'): Promise<Response> {
  return answerAppRequest(
    { url, method },
    { rendererRoot: join(folder, 'renderer'), mediaFile: (hash) => join(folder, 'media', hash) },
  );
}

describe('the address of a resource', () => {
  test('a page and its assets are files below the built pages', () => {
    expect(appResource('app://repartee/palette/index.html')).toEqual({
      kind: 'page-file',
      segments: ['palette', 'index.html'],
      type: 'text/html; charset=utf-8',
    });
    expect(appResource('app://repartee/assets/palette-_Ab-12.js')).toMatchObject({
      segments: ['assets', 'palette-_Ab-12.js'],
      type: 'text/javascript; charset=utf-8',
    });
  });

  test('query and fragment do not belong to the path', () => {
    expect(appResource('app://repartee/assets/a.css?v=1#top')).toMatchObject({
      segments: ['assets', 'a.css'],
    });
  });

  test.each([
    'app://repartee/../secret.html',
    'app://repartee/palette/../../secret.html',
    'app://repartee/%2e%2e/secret.html',
    'app://repartee/..%2fsecret.html',
    'app://repartee/..%5csecret.html',
    'app://repartee/..\\secret.html',
    'app://repartee//etc/secret.html',
    'app://repartee/./secret.html',
    'app://repartee/.hidden.html',
    'app://repartee/C:/secret.html',
    'app://repartee/palette/index.html\0.png',
    'app://repartee/palette/',
    'app://repartee/',
    'app://repartee',
    'app://other/palette/index.html',
    'app://repartee.evil/palette/index.html',
    'file:///palette/index.html',
    'https://repartee/palette/index.html',
  ])('%s is nothing of ours', (url) => {
    expect(appResource(url)).toEqual({ kind: 'none' });
  });

  test('a source map is not served', () => {
    expect(appResource('app://repartee/assets/palette.js.map')).toEqual({ kind: 'none' });
  });

  test('only a whole SHA-256 in lower case names a picture', () => {
    const hash = 'a'.repeat(64);
    expect(appResource(`app://repartee/media/${hash}`)).toEqual({ kind: 'media', sha256: hash });
    expect(appResource(`app://repartee/media/${hash.toUpperCase()}`)).toEqual({ kind: 'none' });
    expect(appResource(`app://repartee/media/${hash.slice(1)}`)).toEqual({ kind: 'none' });
    expect(appResource(`app://repartee/media/${hash}/../x`)).toEqual({ kind: 'none' });
  });
});

describe('the type of a picture', () => {
  test.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['image/gif', Buffer.from('GIF89a\x01\x00')],
    ['image/webp', Buffer.from('RIFF\x00\x00\x00\x00WEBPVP8 ')],
    ['image/bmp', Buffer.from('BM\x00\x00')],
  ])('%s is known by its first bytes', (type, bytes) => {
    expect(imageType(bytes)).toBe(type);
  });

  test.each([
    ['SVG, which can carry script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<!doctype html>')],
    ['an empty file', Buffer.alloc(0)],
    ['a cut-off PNG signature', png.subarray(0, 5)],
  ])('%s is no picture', (_what, bytes) => {
    expect(imageType(bytes)).toBeNull();
  });
});

describe('an answer', () => {
  test('a page comes with its type and a policy that opens nothing but its own origin', async () => {
    const response = await get('app://repartee/palette/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|\*|http|data:|blob:/);
  });

  test('every answer, refusals too, has the policy and forbids guessing its type', async () => {
    const urls = [
      'app://repartee/palette/index.html',
      `app://repartee/media/${sha256(png)}`,
      'app://repartee/nothing.js',
    ];
    for (const url of urls) {
      const { headers } = await get(url);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });

  test('a picture has the type of its content and may be kept for good', async () => {
    const response = await get(`app://repartee/media/${sha256(png)}`);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });

  test.each([
    ['a page that is not there', 'app://repartee/manager/index.html'],
    ['a folder', 'app://repartee/palette'],
    ['an unknown picture', `app://repartee/media/${'0'.repeat(64)}`],
    ['a media file that is no picture', `app://repartee/media/${sha256('<script>')}`],
    ['a file beside the built pages', 'app://repartee/../secret.html'],
    ['a source map', 'app://repartee/assets/palette-_Ab-12.js.map'],
  ])('%s is not found', async (_what, url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test('nothing but GET is served', async () => {
    expect((await get('app://repartee/palette/index.html', 'POST')).status).toBe(405);
  });
});

test('what main offers for a moment is served under its random name, with the policy, and then no more', async () => {
  const resources = createTemporaryResources();
  const ask = (url: string) =>
    answerAppRequest(
      { url, method: 'GET' },
      { rendererRoot: folder, mediaFile: () => null, temporary: resources.find },
    );
  const { url, remove } = resources.add({ bytes: Buffer.from('<p>'), type: 'text/html; charset=utf-8' });
  const answer = await ask(url);
  expect(await answer.text()).toBe('<p>');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await ask('app://repartee/temporary/..')).status).toBe(404);
  remove();
  expect((await ask(url)).status).toBe(404);
  expect((await get(url)).status).toBe(404);
});
