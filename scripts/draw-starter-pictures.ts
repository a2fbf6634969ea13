/**
 * Draws the pictures of the starter libraries into resources/starter/<locale>/images/.
 *
 *   node scripts/draw-starter-pictures.ts [locale] [picture name]
 *
 * Needs a Chromium (CHROMIUM_PATH, else /usr/bin/chromium) and the Noto Sans CJK fonts.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { captionsEn } from './starter-pictures/captions-en.ts';
import { type Captions, captionsZhCn } from './starter-pictures/captions-zh-cn.ts';
import { captionsZhTw } from './starter-pictures/captions-zh-tw.ts';
import * as drawings from './starter-pictures/drawings.ts';
import { connectCallouts, PICTURE_WIDTH, picturePage } from './starter-pictures/frame.ts';
import * as screens from './starter-pictures/screens.ts';

const LOCALES: Record<string, Captions> = { 'zh-CN': captionsZhCn, 'zh-TW': captionsZhTw, en: captionsEn };

type Picture = { title: (captions: Captions) => string; body: (captions: Captions) => string };

const PICTURES: Record<string, Picture> = {
  'order-number': { title: (captions) => captions.orderNumber.title, body: screens.orderNumber },
  'tracking-number': { title: (captions) => captions.trackingNumber.title, body: screens.trackingNumber },
  'invoice-title': { title: (captions) => captions.invoiceTitle.title, body: screens.invoiceTitle },
  'change-address': { title: (captions) => captions.changeAddress.title, body: screens.changeAddress },
  'return-steps': { title: (captions) => captions.returnSteps.title, body: screens.returnSteps },
  'use-coupon': { title: (captions) => captions.useCoupon.title, body: screens.useCoupon },
  'review-pictures': { title: (captions) => captions.reviewPictures.title, body: screens.reviewPictures },
  'pack-return': { title: (captions) => captions.packReturn.title, body: drawings.packReturn },
  'damage-photos': { title: (captions) => captions.damagePhotos.title, body: drawings.damagePhotos },
  'reset-device': { title: (captions) => captions.resetDevice.title, body: drawings.resetDevice },
  'serial-number': { title: (captions) => captions.serialNumber.title, body: drawings.serialNumber },
  'care-label': { title: (captions) => captions.careLabel.title, body: drawings.careLabel },
  'measure-body': { title: (captions) => captions.measureBody.title, body: drawings.measureBody },
  'measure-foot': { title: (captions) => captions.measureFoot.title, body: drawings.measureFoot },
  'refund-timeline': { title: (captions) => captions.refundTimeline.title, body: drawings.refundTimeline },
};

/** Chromium writes PNGs for speed, with an alpha channel; without it and fully packed they are a third smaller. */
function compress(shot: Buffer): Buffer {
  return PNG.sync.write(PNG.sync.read(shot), {
    colorType: 2,
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0,
  });
}

/** Draws every picture of one locale, or only `wanted`. */
async function drawLocale(browser: Browser, locale: string, captions: Captions, wanted: string | undefined) {
  const folder = path.resolve(import.meta.dirname, '../resources/starter', locale, 'images');
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: PICTURE_WIDTH, height: 600 }, locale });
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (wanted && wanted !== name) continue;
    await page.setContent(picturePage(captions.typeface, picture.title(captions), picture.body(captions)));
    await page.evaluate(connectCallouts);
    const shot = await page.locator('#picture').screenshot();
    await writeFile(path.join(folder, `${name}.png`), compress(shot));
  }
  await page.close();
}

const [wantedLocale, wantedPicture] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const [locale, captions] of Object.entries(LOCALES)) {
    if (wantedLocale && wantedLocale !== locale) continue;
    await drawLocale(browser, locale, captions, wantedPicture);
  }
} finally {
  await browser.close();
}
