import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchFocusLoss } from '../../../src/main/windows/focus-loss.ts';

class FakeWindow extends EventEmitter {
  visible = true;
  isVisible = () => this.visible;
}

function watched() {
  const window = new FakeWindow();
  const losses: number[] = [];
  const hidden = watchFocusLoss(window, () => losses.push(1));
  return { window, losses, hidden };
}

test('a window that had the focus and is left tells so each time', () => {
  const { window, losses } = watched();
  for (let time = 0; time < 2; time++) {
    window.emit('focus');
    window.emit('blur');
  }
  expect(losses).toHaveLength(2);
});

test('a loss that is told late, when the hidden window is shown again, does not count', () => {
  const { window, losses, hidden } = watched();
  window.emit('focus');
  hidden();
  window.emit('blur');
  expect(losses).toEqual([]);
  window.emit('focus');
  window.emit('blur');
  expect(losses).toHaveLength(1);
});

test('a window that is not on the screen is not left', () => {
  const { window, losses } = watched();
  window.emit('focus');
  window.visible = false;
  window.emit('blur');
  expect(losses).toEqual([]);
});
