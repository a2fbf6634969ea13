import type { ElectronApplication } from 'playwright-core';

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
