import { expect, test } from 'vitest';
import {
  defaultWidths,
  fitPanes,
  paneLimits,
  readWidths,
} from '../../../../src/renderer/manager/layout/pane-widths.ts';

test('a wide window gives every pane what it wants', () => {
  expect(fitPanes({ tree: 240, list: 400 }, 1_600)).toEqual({ tree: 240, list: 400 });
});

test('in a narrow window the list gives way first, then the tree', () => {
  expect(fitPanes({ tree: 240, list: 400 }, 950)).toEqual({ tree: 240, list: 330 });
  expect(fitPanes({ tree: 240, list: 400 }, 860)).toEqual({ tree: 200, list: 280 });
});

test('no pane becomes narrower or wider than it is useful', () => {
  expect(fitPanes({ tree: 1, list: 9_999 }, 4_000)).toEqual({
    tree: paneLimits.tree.min,
    list: paneLimits.list.max,
  });
  expect(fitPanes({ tree: 400, list: 700 }, 300)).toEqual({
    tree: paneLimits.tree.min,
    list: paneLimits.list.min,
  });
});

test('kept widths that make no sense are forgotten', () => {
  expect(readWidths('{"tree":200,"list":300}')).toEqual({ tree: 200, list: 300 });
  for (const kept of [null, '', '{', '{"tree":"x"}', '{}']) expect(readWidths(kept)).toEqual(defaultWidths);
});
