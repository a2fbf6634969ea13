import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, show, startGallery } from './gallery/gallery.ts';
import { scenes } from './gallery/scenes.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
}, 60_000);

afterAll(() => gallery?.close());

/** A page with axe in it, put there through the debugger, since the page's policy lets no foreign script in. */
async function openWithAxe(colorScheme: 'light' | 'dark') {
  const page = await gallery.open({ colorScheme });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axeSource });

  return {
    page,
    /** What axe finds wrong, as lines of rule, element and reason. */
    async violations(): Promise<string[]> {
      const { result } = await devtools.send('Runtime.evaluate', {
        expression: `axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }).then((results) => JSON.stringify(results.violations))`,
        awaitPromise: true,
      });
      const found = JSON.parse(result.value as string) as AxeResults['violations'];
      return found.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      );
    },
  };
}

describe.each(['light', 'dark'] as const)('the palette in %s', (colorScheme) => {
  let opened: Awaited<ReturnType<typeof openWithAxe>>;

  beforeAll(async () => {
    opened = await openWithAxe(colorScheme);
  }, 60_000);

  afterAll(() => opened?.page.context().close());

  test.each(scenes)('$name can be used by everybody', { timeout: 20_000 }, async ({ showing, act }) => {
    await show(opened.page, showing ?? {});
    await act?.(opened.page);
    expect(await opened.violations()).toEqual([]);
  });
});
