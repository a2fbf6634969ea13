/**
 * Draws the icons in resources/icons from the SVGs beside them. To be run again when an SVG changes:
 * node scripts/draw-icons.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type IconImage, packIcns, packIco } from './icon-containers.ts';

const folder = join(import.meta.dirname, '../resources/icons');
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const tray = await draw(browser, 'tray.svg', [16, 20, 24, 32, 48]);
  const logo = await draw(browser, 'logo.svg', [24, 32, 48, 64, 128, 256, 512, 1024]);
  const template = await draw(browser, 'tray-template.svg', [16, 32]);

  save('icon.png', pngOf(logo, 1024));
  // The logo's frame takes too much of 16 pixels: there the bubble of the tray stands alone.
  save(
    'icon.ico',
    packIco([...tray.filter(({ side }) => side <= 20), ...logo.filter(({ side }) => side <= 256)]),
  );
  save('icon.icns', packIcns(logo));
  save('tray.ico', packIco(tray));
  save('tray.png', pngOf(tray, 16));
  save('tray@2x.png', pngOf(tray, 32));
  // macOS draws an image in the menu bar's own colour when its name ends so.
  save('trayTemplate.png', pngOf(template, 16));
  save('trayTemplate@2x.png', pngOf(template, 32));
} finally {
  await browser.close();
}

async function draw(browser: Browser, file: string, sides: number[]): Promise<IconImage[]> {
  const svg = readFileSync(join(folder, file)).toString('base64');
  const page = await browser.newPage();
  const images: IconImage[] = [];
  for (const side of sides) {
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(
      `<body style="margin:0"><img src="data:image/svg+xml;base64,${svg}" width="${side}" height="${side}" style="display:block">`,
    );
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode());
    images.push({ side, png: await page.screenshot({ omitBackground: true }) });
  }
  await page.close();
  return images;
}

function pngOf(images: readonly IconImage[], side: number): Buffer {
  const image = images.find((candidate) => candidate.side === side);
  if (!image) throw new Error(`No picture of ${side} pixels was drawn`);
  return image.png;
}

function save(name: string, content: Buffer): void {
  writeFileSync(join(folder, name), content);
  process.stdout.write(`${name}: ${content.length} bytes\n`);
}
