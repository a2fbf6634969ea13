import { expect, test } from 'vitest';
import type { ShortcutRegistry } from '../../src/main/hotkeys.ts';
import { createHotkeys } from '../../src/main/hotkeys.ts';

/** A registry in which other programs hold `taken`. */
function registryWith(taken: string[]): ShortcutRegistry & { held: Map<string, () => void> } {
  const held = new Map<string, () => void>();
  return {
    held,
    register(accelerator, callback) {
      if (accelerator === 'nonsense') throw new Error('invalid accelerator');
      if (taken.includes(accelerator) || held.has(accelerator)) return false;
      held.set(accelerator, callback);
      return true;
    },
    unregister: (accelerator) => {
      held.delete(accelerator);
    },
  };
}

const actions = { palette: () => {}, holding: () => {}, manager: () => {} };
const alternatives = () => ['Ctrl+Alt+Space', 'Ctrl+Shift+J'];

test('a free hotkey is registered', () => {
  const registry = registryWith([]);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  expect(hotkeys.begin('palette', 'Ctrl+Space')).toEqual({
    accelerator: 'Ctrl+Space',
    state: 'registered',
    suggestion: null,
  });
  expect([...registry.held.keys()]).toEqual(['Ctrl+Space']);
});

test('a taken hotkey is said, and the first free alternative works in its place', () => {
  const registry = registryWith(['Ctrl+Space', 'Ctrl+Alt+Space']);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  expect(hotkeys.begin('palette', 'Ctrl+Space')).toEqual({
    accelerator: 'Ctrl+Space',
    state: 'taken',
    suggestion: 'Ctrl+Shift+J',
  });
  expect(hotkeys.active('palette')).toBe('Ctrl+Shift+J');
});

test('a change to a taken or invalid hotkey keeps the old one and offers another', () => {
  const registry = registryWith(['Ctrl+K']);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  for (const bad of ['Ctrl+K', 'nonsense']) {
    expect(hotkeys.change('palette', bad)).toEqual({ ok: false, error: { suggestion: 'Ctrl+Alt+Space' } });
  }
  expect([...registry.held.keys()]).toEqual(['Ctrl+Space']);
});

test('what another hotkey of ours is set to is not offered, registered or not', () => {
  const registry = registryWith(['Ctrl+Space', 'Ctrl+K']);
  const set = ['Ctrl+Space', 'Ctrl+Alt+Space'];
  const hotkeys = createHotkeys(registry, actions, alternatives, () => set);
  // The holding line's turn is still to come: taking its hotkey now would leave it without.
  expect(hotkeys.begin('palette', 'Ctrl+Space').suggestion).toBe('Ctrl+Shift+J');
  expect(hotkeys.begin('holding', 'Ctrl+Alt+Space')).toMatchObject({ state: 'registered' });
  expect(hotkeys.change('manager', 'Ctrl+K')).toEqual({ ok: false, error: { suggestion: null } });
});

test('a change to a free hotkey gives the old one back', () => {
  const registry = registryWith([]);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  expect(hotkeys.change('palette', 'Ctrl+K')).toMatchObject({ ok: true });
  expect([...registry.held.keys()]).toEqual(['Ctrl+K']);
});

test('one combination cannot serve both hotkeys', () => {
  const hotkeys = createHotkeys(registryWith([]), actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  expect(hotkeys.change('holding', 'Ctrl+Space')).toEqual({
    ok: false,
    error: { suggestion: 'Ctrl+Alt+Space' },
  });
});

test('an empty holding hotkey is switched off', () => {
  const registry = registryWith([]);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('holding', 'Ctrl+H');
  expect(hotkeys.change('holding', '')).toMatchObject({ ok: true, value: { state: 'off' } });
  expect(registry.held.size).toBe(0);
});

test('while a hotkey is recorded none of ours is pressed away, and afterwards they work again', () => {
  const registry = registryWith([]);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  hotkeys.begin('manager', 'Ctrl+M');
  hotkeys.suspend();
  expect([...registry.held.keys()]).toEqual([]);
  hotkeys.resume();
  expect([...registry.held.keys()].sort()).toEqual(['Ctrl+M', 'Ctrl+Space']);
});

test('a hotkey that another program took while it was suspended is taken', () => {
  const taken: string[] = [];
  const registry = registryWith(taken);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  hotkeys.suspend();
  taken.push('Ctrl+Space');
  hotkeys.resume();
  expect(hotkeys.states().palette).toMatchObject({ accelerator: 'Ctrl+Space', state: 'taken' });
  expect(hotkeys.active('palette')).toBeNull();
});

test('a change while hotkeys are suspended takes the others again', () => {
  const registry = registryWith([]);
  const hotkeys = createHotkeys(registry, actions, alternatives, () => []);
  hotkeys.begin('palette', 'Ctrl+Space');
  hotkeys.begin('holding', 'Ctrl+H');
  hotkeys.suspend();
  expect(hotkeys.change('palette', 'Ctrl+K')).toMatchObject({ ok: true });
  expect([...registry.held.keys()].sort()).toEqual(['Ctrl+H', 'Ctrl+K']);
});
