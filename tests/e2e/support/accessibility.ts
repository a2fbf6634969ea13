import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { ElectronApplication, Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with a page, as lines of rule, element and reason. It is put there through the debugger: the
 * page's policy lets no foreign script in.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  try {
    await devtools.send('Runtime.evaluate', { expression: axeSource });
    const { result } = await devtools.send('Runtime.evaluate', {
      expression: `axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // A toolbar is no landmark, and menus and toasts are drawn at the end of the page, as the patterns have it.
        rules: { region: { enabled: false } },
      }).then((results) => JSON.stringify(results.violations))`,
      awaitPromise: true,
    });
    const found = JSON.parse(result.value as string) as AxeResults['violations'];
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  } finally {
    await devtools.detach();
  }
}

/** Collects what goes wrong in every page that is opened from now on: errors, and what the policy refuses. */
export function watchFaults(app: ElectronApplication): string[] {
  const faults: string[] = [];
  app.on('window', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy')) {
        faults.push(message.text());
      }
    });
    page.on('pageerror', (error) => faults.push(String(error)));
  });
  return faults;
}
