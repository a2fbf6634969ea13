import { PNG } from 'pngjs';
import type { X11Formats } from '../../src/main/platform/clipboard/x11-formats.ts';
import { plainPicture } from '../../tests/e2e/support/pictures.ts';
import { textFormats, textOfFormats } from '../loop/desk-clipboard.ts';
import type { BenchReply } from '../loop/library.ts';
import type { CopiedBefore } from './plan.ts';
import type { Aftermath } from './verdict.ts';

/** What the user copies: different each time, so that an old copy is not taken for the new one. */
export function makeCopy(kind: CopiedBefore, serial: number): X11Formats {
  switch (kind) {
    case 'text':
      return textFormats(`复制的内容 ${serial} 🙂`);
    case 'formatted-text':
      return new Map([
        ...textFormats(`formatted ${serial}`),
        ['text/html', Buffer.from(`<b>formatted</b> ${serial}`)],
      ]);
    case 'picture': {
      const png = plainPicture(serial % 256, (serial >> 8) % 256, 77, 20 + (serial % 50), 30);
      return new Map([['image/png', png]]);
    }
    case 'nothing':
      return new Map();
  }
}

/** A picture may be encoded anew on its way; its pixels are what counts. */
function samePicture(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.from(one).equals(other)) return true;
  try {
    const [a, b] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))];
    return a.width === b.width && a.height === b.height && a.data.equals(b.data);
  } catch {
    return false;
  }
}

function holds(formats: X11Formats, copied: X11Formats): boolean {
  if (copied.size === 0) return formats.size === 0;
  const picture = copied.get('image/png');
  if (picture) return samePicture(formats.get('image/png') ?? new Uint8Array(), picture);
  const html = copied.get('text/html');
  const sameHtml =
    html === undefined || Buffer.from(html).equals(formats.get('text/html') ?? new Uint8Array());
  return sameHtml && textOfFormats(formats) === textOfFormats(copied);
}

/** Says whose content the clipboard holds. */
export function whoseContent(
  formats: X11Formats,
  before: X11Formats,
  newer: X11Formats | null,
  reply: BenchReply,
): Aftermath['clipboard'] {
  if (newer !== null && holds(formats, newer)) return 'newer';
  if (holds(formats, before)) return 'before';
  const texts = reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  return textOfFormats(formats) === texts.join('\n') ? 'reply' : 'other';
}
