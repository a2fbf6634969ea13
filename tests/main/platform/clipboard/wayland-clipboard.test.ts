import { expect, test } from 'vitest';
import { createWaylandClipboardDriver } from '../../../../src/main/platform/clipboard/wayland-clipboard.ts';
import type { TargetWindow } from '../../../../src/main/platform/focus/focus.ts';
import { createWaylandFocusDriver } from '../../../../src/main/platform/focus/wayland-focus.ts';
import { createWaylandKeyDriver } from '../../../../src/main/platform/paste/wayland-keys.ts';
import { createFakeElectronClipboard } from '../../../fakes/fake-electron-clipboard.ts';

const target = { id: '1' } as TargetWindow;

test('on Wayland a reply is copied as text, picture or files', async () => {
  const electron = createFakeElectronClipboard();
  const clipboard = createWaylandClipboardDriver(electron);
  await clipboard.copy({ kind: 'text', text: '您好' });
  expect(electron.entries()).toEqual([{ 'text/plain': '您好' }]);
  expect((await clipboard.save()).text).toBe('您好');
  await clipboard.copy({ kind: 'files', paths: ['/tmp/a'] });
  expect(electron.entries()).toEqual([
    {
      'electron application/osclipboard;format="text/uri-list"': 'file:///tmp/a\r\n',
      'electron application/osclipboard;format="x-special/gnome-copied-files"': 'copy\nfile:///tmp/a',
    },
  ]);
});

test('on Wayland there is no target and no key is pressed', async () => {
  expect(createWaylandFocusDriver().capture()).toBeNull();
  const keys = createWaylandKeyDriver();
  expect(await keys.pressChord(target, 'Mod+V')).toBe('failed');
  expect(await keys.typeText(target, 'a', 0)).toBe('failed');
});
