import { beforeAll, expect, test } from 'vitest';
import { addScheme, mayLoad, toAppUrl, toBrowserUrl, translatePolicy } from './scheme-origins.ts';

beforeAll(() => addScheme('app'));

test.each(['app://main/', 'app://main/a/b.html?c=d#e', 'app://main'])(
  '%s survives both translations',
  (url) => {
    expect(toBrowserUrl(url)).toMatch(/^https:\/\/main\.app\./);
    expect(toAppUrl(toBrowserUrl(url))).toBe(url);
  },
);

test.each(['https://example.org/app://x', 'data:text/html,app://main/', 'about:blank', 'file:///app://x'])(
  '%s is left alone',
  (url) => {
    expect(toBrowserUrl(url)).toBe(url);
    expect(toAppUrl(url)).toBe(url);
  },
);

test('a policy that names only its own origin lets no other host of the scheme through', () => {
  translatePolicy("default-src 'none'; img-src 'self' data:", 'app://main/index.html');
  expect(mayLoad('app://main/index.html', 'app://main/a.png')).toBe(true);
  expect(mayLoad('app://main/index.html', 'app://other/a.png')).toBe(false);
  expect(mayLoad('app://main/index.html', 'app://main.evil/a.png')).toBe(false);
});

test('a policy that names another host or the whole scheme lets it through', () => {
  translatePolicy('img-src app://media', 'app://main/index.html');
  expect(mayLoad('app://main/index.html', 'app://media/a.png')).toBe(true);
  expect(mayLoad('app://main/index.html', 'app://other/a.png')).toBe(false);
  translatePolicy('img-src app:', 'app://main/index.html');
  expect(mayLoad('app://main/index.html', 'app://other/a.png')).toBe(true);
});
