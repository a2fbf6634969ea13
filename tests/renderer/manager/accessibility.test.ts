import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, type OpenManager, startGallery } from './gallery/gallery.ts';
import { scenes } from './gallery/scenes.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
}, 240_000);

afterAll(() => gallery?.close());

/**
 * What axe finds wrong, as lines of rule, element and reason. Axe is put into the page through the debugger, since the page's
 * policy lets no foreign script in.
 */
async function violations({ page }: OpenManager): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Menus, tooltips and toasts are drawn at the end of the page, outside of its landmarks, as the patterns have it.
      rules: { region: { enabled: false } },
    }).then((results) => JSON.stringify(results.violations))`,
    awaitPromise: true,
  });
  const found = JSON.parse(result.value as string) as AxeResults['violations'];
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  );
}

describe.each(['light', 'dark'] as const)('the manager in %s', (theme) => {
  test.each(scenes)('$name can be used by everybody', { timeout: 60_000 }, async (scene) => {
    const manager = await gallery.open({ theme, ...scene.look, ...scene.showing });
    await scene.act?.(manager);
    expect(await violations(manager)).toEqual([]);
    expect(manager.faults).toEqual([]);
    await manager.close();
  });
});
