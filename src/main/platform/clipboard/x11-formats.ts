import type { ClipboardContent, ClipboardSnapshot } from './clipboard.ts';
import { rawFormat } from './electron-clipboard.ts';
import { fileUriList, gnomeCopiedFiles } from './file-list.ts';

/** Clipboard formats by the name of their X11 target. */
export type X11Formats = ReadonlyMap<string, Uint8Array>;

/** Klipper, CopyQ and others leave out what carries this; the value is the only one defined. */
const MANAGER_HINT = 'x-kde-passwordManagerHint';

/** Names for text, the most exact first. All say the same, so one of them is enough to save. */
const TEXT_TARGETS = [
  'UTF8_STRING',
  'text/plain;charset=utf-8',
  'text/plain;charset=UTF-8',
  'text/plain',
  'STRING',
  'TEXT',
  'COMPOUND_TEXT',
];

/** Pictures, the most widely understood first; owners encode the same picture anew for each. */
const IMAGE_TARGETS = ['image/png', 'image/bmp', 'image/tiff', 'image/jpeg'];

/** Not content: questions about the selection, requests to do something, and our own mark. */
const CONTROL_TARGETS = new Set([
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'INSERT_SELECTION',
  'INSERT_PROPERTY',
  MANAGER_HINT,
]);

/** What a loan of `content` offers. */
export function lentFormats(content: ClipboardContent): Map<string, Uint8Array> {
  return new Map([...formatsOf(content), [MANAGER_HINT, Buffer.from('secret')]]);
}

function formatsOf(content: ClipboardContent): [string, Uint8Array][] {
  switch (content.kind) {
    case 'text': {
      return lentText(Buffer.from(content.text, 'utf8'));
    }
    case 'image':
      return [['image/png', content.png]];
    case 'files':
      return [
        ['text/uri-list', fileUriList(content.paths)],
        ['x-special/gnome-copied-files', gnomeCopiedFiles(content.paths)],
      ];
  }
}

function lentText(bytes: Uint8Array): [string, Uint8Array][] {
  const targets = ['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain', 'STRING', 'TEXT'];
  return targets.map((target) => [target, bytes]);
}

/** True for a target whose transfer means that somebody took the content. */
export function isContent(target: string): boolean {
  return !CONTROL_TARGETS.has(target);
}

/**
 * The targets to save out of all that an owner offers: everything, but text and pictures once each. SVG and GIF are
 * kept beside PNG, which loses their shapes and their movement.
 */
export function targetsToSave(offered: readonly string[]): string[] {
  const text = TEXT_TARGETS.find((target) => offered.includes(target));
  const image = IMAGE_TARGETS.find((target) => offered.includes(target));
  const keptImages = new Set(['image/svg+xml', 'image/gif', image]);
  return offered.filter((target) => {
    if (!isContent(target)) {
      return false;
    }
    if (TEXT_TARGETS.includes(target) || target.startsWith('text/plain;')) {
      return target === text;
    }
    return image === undefined || !target.startsWith('image/') || keptImages.has(target);
  });
}

/** Saved formats as a snapshot: text and pictures once each, without our own mark. */
export function snapshotOf(formats: X11Formats, complete: boolean): ClipboardSnapshot {
  const kept = targetsToSave([...formats.keys()]);
  const content = new Map([...formats].filter(([target]) => kept.includes(target)));
  const target = TEXT_TARGETS.find((name) => content.has(name));
  const bytes = target === undefined ? undefined : textBytes(target, content.get(target) ?? new Uint8Array());
  const text = bytes === undefined ? null : Buffer.from(bytes).toString('utf8');
  return { formats: content, text, complete };
}

/** What is offered of saved formats: text under every name that programs ask for. */
export function offeredFormats(saved: X11Formats): Map<string, Uint8Array> {
  const formats = new Map([...saved].filter(([target]) => isContent(target)));
  const target = TEXT_TARGETS.find((name) => formats.has(name));
  if (target === undefined) return formats;
  const bytes = textBytes(target, formats.get(target) ?? new Uint8Array());
  return new Map([...lentText(bytes), ...formats, [target, bytes]]);
}

/** Saved formats under the names by which Electron puts them back. */
export function electronFormats(saved: X11Formats): Map<string, Uint8Array> {
  const formats = new Map<string, Uint8Array>();
  for (const [target, bytes] of saved) {
    if (!isContent(target)) {
      continue;
    }
    if (TEXT_TARGETS.includes(target)) {
      formats.set('text/plain', textBytes(target, bytes));
    } else {
      formats.set(target === 'image/png' ? target : rawFormat(target), bytes);
    }
  }
  return formats;
}

/** Text in UTF-8. STRING is Latin-1 by its definition, yet many programs put UTF-8 there. */
function textBytes(target: string, bytes: Uint8Array): Uint8Array {
  if (target !== 'STRING') {
    return bytes;
  }
  const asUtf8 = Buffer.from(bytes).toString('utf8');
  return asUtf8.includes('\uFFFD') ? Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf8') : bytes;
}
