import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const module = new URL('../../src/main/limit-heap.ts', import.meta.url).href;

/** Size of the young generation in MB after a churn of objects of which some live a while, in a process of its own. */
function youngGenerationAfterChurn(first: string): number {
  const script = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { limitYoungGeneration } from '${module}';
    ${first}
    let kept = [];
    for (let round = 0; round < 400; round += 1) {
      kept = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'x' + index }));
    }
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(space.space_size / 2 ** 20 + kept.length * 0);
  `;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }));
}

describe('limitYoungGeneration', () => {
  it('keeps the young generation from growing with the garbage of searches', () => {
    const limited = youngGenerationAfterChurn('limitYoungGeneration();');
    const free = youngGenerationAfterChurn('');
    expect(limited).toBeLessThan(free);
    expect(limited).toBeLessThanOrEqual(8);
  });
});
