import { expect, test } from 'vitest';
import { behindGate, createLibraryGate } from '../../src/main/library-gate.ts';
import { hold } from './hold-gate.ts';

const noFailure = (error: unknown) => {
  throw error;
};

test('an open gate lets work through at once', async () => {
  const gate = createLibraryGate(noFailure);
  const done: string[] = [];
  gate.soon(() => done.push('soon'));
  expect(done).toEqual(['soon']);
  expect(await gate.run(() => 'value')).toBe('value');
});

test('what comes while the gate is held waits, and follows in its order when it opens', async () => {
  const gate = createLibraryGate(noFailure);
  const done: string[] = [];
  const release = hold(gate);
  gate.soon(() => done.push('use'));
  const saved = gate.run(() => done.push('save'));
  await Promise.resolve();
  expect(done).toEqual([]);
  release();
  await saved;
  expect(done).toEqual(['use', 'save']);
});

test('the gate has one holder, and letting go twice does not open it for the next one', () => {
  const gate = createLibraryGate(noFailure);
  const first = hold(gate);
  expect(gate.tryHold()).toBeNull();
  first();
  hold(gate);
  first();
  expect([gate.tryHold(), gate.isHeld()]).toEqual([null, true]);
});

test('work that holds the gate again keeps what comes after it waiting', async () => {
  const gate = createLibraryGate(noFailure);
  const done: string[] = [];
  const release = hold(gate);
  let again = () => {};
  const first = gate.run(() => {
    again = hold(gate);
  });
  const second = gate.run(() => done.push('second'));
  release();
  await first;
  expect(done).toEqual([]);
  again();
  await second;
  expect(done).toEqual(['second']);
});

test('work that fails later is told, and the rest is still done', () => {
  const failures: unknown[] = [];
  const gate = createLibraryGate((error) => failures.push(error));
  const done: string[] = [];
  const release = hold(gate);
  gate.soon(() => {
    throw new Error('full');
  });
  gate.soon(() => done.push('second'));
  release();
  expect(failures).toEqual([new Error('full')]);
  expect(done).toEqual(['second']);
});

test('nothing that waits is lost when the app ends', async () => {
  const gate = createLibraryGate(noFailure);
  const done: string[] = [];
  hold(gate);
  gate.soon(() => done.push('use'));
  const saved = gate.run(() => done.push('draft'));
  const failed = gate.run(() => {
    throw new Error('full');
  });
  gate.flush();
  expect(done).toEqual(['use', 'draft']);
  expect(await saved).toBe(2);
  await expect(failed).rejects.toThrow('full');
});

test('handlers that write wait for the gate, the others do not', async () => {
  const gate = createLibraryGate(noFailure);
  const handlers = behindGate(gate, { read: () => 'read', save: (text: string) => `saved ${text}` }, [
    'save',
  ]);
  const release = hold(gate);
  expect(handlers.read()).toBe('read');
  let isSaved = false;
  const saved = Promise.resolve(handlers.save('it')).then((value) => {
    isSaved = true;
    return value;
  });
  await Promise.resolve();
  expect(isSaved).toBe(false);
  release();
  expect(await saved).toBe('saved it');
});
