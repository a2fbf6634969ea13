import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Gallery, startGallery } from './gallery.ts';
import { scenes } from './scenes.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
}, 120_000);

afterAll(() => gallery?.close());

/** What axe finds wrong, as lines of rule, element and reason. It is put there through the debugger: the page's policy lets no foreign script in. */
async function violations(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: axeSource });
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
}

/** Problems differ in their words only: one of each dialog stands for them. */
const alike = /^(import|export)-problem-(?!password|storage)/;

describe.each(['light', 'dark'] as const)('dashboard and dialogs in %s', (theme) => {
  const told = scenes.filter(({ name }) => !alike.test(name));
  test.each(told)('$name can be used by everybody and keeps to the security policy', async (scene) => {
    const page = await gallery.open(scene, { theme });
    try {
      expect(await violations(page)).toEqual([]);
      expect(faultsOf(page)).toEqual([]);
    } finally {
      await page.context().close();
    }
  });
});
