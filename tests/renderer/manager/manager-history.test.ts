import { expect, test } from 'vitest';
import { withManyRevisions } from './gallery/fillings.ts';
import { setUpManager } from './gallery/manager-under-test.ts';
import { eventually } from './gallery/steps.ts';

const manager = setUpManager();

test('a long history is shown a part at a time, and the keyboard goes on where the next part begins', async () => {
  const page = await manager.open({ content: 'empty', fill: withManyRevisions(250) });
  await page.locator('.reply-row').first().click();
  await page.getByRole('button', { name: '修改历史' }).click();
  const entries = page.locator('.history-entry');
  await entries.first().waitFor();
  expect(await entries.count()).toBe(100);
  const earlier = page.getByRole('button', { name: '更早的版本' });
  await earlier.press('Enter');
  await eventually(() => entries.count()).toBe(200);
  await eventually(() => entries.nth(100).evaluate((entry) => entry === document.activeElement)).toBe(true);
  await earlier.press('Enter');
  await eventually(() => entries.count()).toBe(250);
  await eventually(() => entries.nth(200).evaluate((entry) => entry === document.activeElement)).toBe(true);
  expect(await earlier.count()).toBe(0);

  await entries.nth(249).click();
  await page.getByText('这是第一个版本').waitFor();
  // What is chosen far down is compared beside it, not at the top of a page of its own.
  await entries.nth(150).click();
  const comparison = page.locator('.history-detail');
  await eventually(() => comparison.locator('.history-actions').isVisible()).toBe(true);
  expect(await comparison.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '恢复到这一版' }).click();
  await eventually(() => page.locator('.pane-editor textarea').first().inputValue()).toBe('第 100 版');
});
