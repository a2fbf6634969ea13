import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with a page, as lines of rule, element and reason. It is put there through the debugger: the
 * page's policy lets no foreign script in.
 * @param without Rules that are not for this page: `region`, where menus and toasts are drawn at the end of the page, as the
 * patterns have it; `page-has-heading-one`, where only a part of a page is shown.
 */
export async function violationsOn(page: Page, without: readonly string[] = []): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send('Runtime.evaluate', { expression: axeSource });
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: `axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: ${JSON.stringify(Object.fromEntries(without.map((rule) => [rule, { enabled: false }])))},
      }).then((results) => JSON.stringify(results.violations))`,
      awaitPromise: true,
    });
    const found = JSON.parse(result.value as string) as AxeResults['violations'];
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    );
  } finally {
    await devtools.detach();
  }
}
