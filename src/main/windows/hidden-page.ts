import { BrowserWindow } from 'electron';
import { imageType } from './app-resource.ts';
import { securePreferences } from './hardening.ts';
import type { TemporaryResources } from './temporary-resources.ts';

/** A picture that takes longer to decode is not one that is worth it. */
const pictureTimeoutMs = 15_000;
/** Pixels of a picture: 8,000 by 5,000. A small file may unpack to a picture that takes all memory. */
const mostPixels = 40_000_000;

/**
 * Prints a document as PDF, A4 unless its style says otherwise. It is laid out in a page that nobody sees, in the sandbox
 * and under the policy of the app's pages, with no script.
 * @param html A whole document; `{style}` stands for the address of its style sheet.
 */
export async function printPdf(resources: TemporaryResources, html: string, css: string): Promise<Buffer> {
  const style = resources.add({ bytes: Buffer.from(css), type: 'text/css; charset=utf-8' });
  const document = Buffer.from(html.replace('{style}', style.url));
  const page = resources.add({ bytes: document, type: 'text/html; charset=utf-8' });
  const window = hiddenWindow(false);
  try {
    await window.loadURL(page.url);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateDocumentOutline: true,
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
    page.remove();
    style.remove();
  }
}

/** Turns pictures into PNG, in a sandboxed page: what decodes a file from outside may be broken into. */
export type PictureConverter = {
  /** Null for what is no picture of a usual format, or too large a one. */
  toPng: (picture: Uint8Array) => Promise<Uint8Array | null>;
  /** Closes the page until the next picture comes. */
  rest: () => void;
};

/** Prepares a converter; its page is opened when the first picture comes. */
export function createPictureConverter(resources: TemporaryResources): PictureConverter {
  let window: BrowserWindow | null = null;
  let loaded: Promise<void> = Promise.resolve();

  function open(): BrowserWindow {
    const opened = hiddenWindow(true);
    const page = resources.add({
      bytes: Buffer.from('<!doctype html><title>Repartee</title>'),
      type: 'text/html; charset=utf-8',
    });
    loaded = opened.loadURL(page.url).finally(page.remove);
    return opened;
  }

  function rest(): void {
    window?.destroy();
    window = null;
  }

  return {
    rest,
    async toPng(picture) {
      const type = imageType(picture);
      if (type === null) return null;
      window ??= open();
      const { webContents } = window;
      const source = resources.add({ bytes: Buffer.from(picture), type });
      const gone = Promise.withResolvers<null>();
      const timer = setTimeout(() => gone.resolve(null), pictureTimeoutMs);
      webContents.once('render-process-gone', () => gone.resolve(null));
      try {
        await loaded;
        const converted = webContents.executeJavaScript(conversionScript(source.url)) as Promise<
          string | null
        >;
        const png = await Promise.race([converted.catch(() => null), gone.promise]);
        // A page that has not answered may hang: the next picture gets another.
        if (png === null) rest();
        return png === null ? null : Buffer.from(png, 'base64');
      } finally {
        clearTimeout(timer);
        source.remove();
      }
    },
  };
}

/** Runs in the page. Base64, since a value that comes back has to be plain JSON. */
function conversionScript(url: string): string {
  return `(async () => {
    const bitmap = await createImageBitmap(await (await fetch(${JSON.stringify(url)})).blob());
    if (bitmap.width * bitmap.height > ${mostPixels}) return null;
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await png.arrayBuffer());
    let text = '';
    for (let start = 0; start < bytes.length; start += 32768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32768));
    }
    return btoa(text);
  })()`;
}

function hiddenWindow(javascript: boolean): BrowserWindow {
  const { preload: _none, ...preferences } = securePreferences('', false);
  return new BrowserWindow({
    show: false,
    width: 800,
    height: 1_100,
    skipTaskbar: true,
    title: 'Repartee',
    webPreferences: { ...preferences, javascript },
  });
}
