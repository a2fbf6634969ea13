import type { ShortcutKey } from '../../shared/i18n/areas/manager-shortcuts.ts';

export type ShortcutSection = {
  title: ShortcutKey;
  /** `keys` are accelerators; several are alternatives or a pair, in the order of the words. */
  lines: readonly { word: ShortcutKey; keys: readonly string[] }[];
};

const command = 'CommandOrControl';

/** Every shortcut of the manager, as its help lists them; a global hotkey on one of these keys keeps it from the manager. */
export const shortcutTable: readonly ShortcutSection[] = [
  {
    title: 'section.window',
    lines: [
      { word: 'search', keys: [`${command}+F`, '/'] },
      { word: 'newReply', keys: [`${command}+N`] },
      { word: 'newCategory', keys: [`${command}+Shift+N`] },
      { word: 'import', keys: [`${command}+I`] },
      { word: 'export', keys: [`${command}+Shift+E`] },
      { word: 'undo', keys: [`${command}+Z`] },
      { word: 'redo', keys: [`${command}+Shift+Z`, `${command}+Y`] },
      { word: 'panes', keys: ['F6', 'Shift+F6'] },
      { word: 'insight', keys: [`${command}+Shift+I`] },
      { word: 'settings', keys: [`${command}+,`] },
      { word: 'help', keys: ['?', 'F1'] },
    ],
  },
  {
    title: 'section.list',
    lines: [
      { word: 'list.move', keys: ['Up', 'Down'] },
      { word: 'list.extend', keys: ['Shift+Up', 'Shift+Down'] },
      { word: 'list.toggle', keys: ['Space', `${command}+Space`] },
      { word: 'list.all', keys: [`${command}+A`] },
      { word: 'list.one', keys: ['Esc'] },
      { word: 'list.edit', keys: ['Enter'] },
      { word: 'list.moveTo', keys: [`${command}+Shift+M`] },
      { word: 'list.duplicate', keys: [`${command}+D`] },
      { word: 'list.delete', keys: ['Delete'] },
      { word: 'menu', keys: ['Shift+F10'] },
    ],
  },
  {
    title: 'section.tree',
    lines: [
      { word: 'tree.move', keys: ['Up', 'Down'] },
      { word: 'tree.fold', keys: ['Right', 'Left'] },
      { word: 'tree.type', keys: ['A…Z'] },
      { word: 'tree.list', keys: ['Enter'] },
      { word: 'tree.rename', keys: ['F2'] },
      { word: 'tree.updown', keys: [`${command}+Up`, `${command}+Down`] },
      { word: 'tree.inout', keys: [`${command}+Left`, `${command}+Right`] },
      { word: 'tree.delete', keys: ['Delete'] },
      { word: 'menu', keys: ['Shift+F10'] },
    ],
  },
  {
    title: 'section.editor',
    lines: [
      { word: 'editor.save', keys: [`${command}+S`] },
      { word: 'editor.next', keys: [`${command}+Enter`] },
      { word: 'editor.placeholder', keys: ['{{'] },
      { word: 'editor.movePart', keys: ['Alt+Up', 'Alt+Down'] },
    ],
  },
];

/** What a shortcut does inside the manager, for an accelerator as the recorder spells it; null when nothing there has it. */
export function managerShortcut(accelerator: string): ShortcutKey | null {
  const lines = shortcutTable.flatMap((section) => section.lines);
  return lines.find(({ keys }) => keys.includes(accelerator))?.word ?? null;
}
