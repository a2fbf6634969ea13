/*
 * `npm run screenshots [-- NAME… LANGUAGE… THEME…]`: takes the pictures in docs/screenshots of the built app, each scene in three
 * languages and two themes. Names of scenes, `zh-CN`, `zh-TW`, `en`, `light` and `dark` choose some of them.
 */
import type { Page } from 'playwright-core';
import { type Locale, locales } from '../src/shared/i18n/locale.ts';
import { launchApp, type RunningApp } from '../tests/e2e/support/app.ts';
import { type Display, startDisplay } from '../tests/e2e/support/display.ts';
import { pressKeys, typeText } from '../tests/e2e/support/keys.ts';
import { inDatabase } from '../tests/e2e/support/library.ts';
import { openManager } from '../tests/e2e/support/manager.ts';
import { drivePalette } from '../tests/e2e/support/palette.ts';
import { until } from '../tests/e2e/support/poll.ts';
import { openSettings } from '../tests/e2e/support/settings.ts';
import { openChatPage } from '../tests/e2e/support/targets/chat-page.ts';
import { ensureBuild } from './build.ts';
import { resize, takePicture } from './screenshots/camera.ts';
import { type LibraryAge, makePictureLibrary, type PictureLibrary } from './screenshots/library.ts';
import { emptyLibraryScenes, firstDayScenes, managerScenes } from './screenshots/manager-scenes.ts';
import type { Scene } from './screenshots/scene.ts';
import { settingsScenes } from './screenshots/settings-scenes.ts';
import { transferScenes } from './screenshots/transfer-scenes.ts';
import { desktopPackages, ensurePackages } from './system-packages.ts';

const themes = ['light', 'dark'] as const;
const usualSize = { width: 1_280, height: 800 };
const settingsSize = { width: 860, height: 640 };

type Look = { locale: Locale; theme: (typeof themes)[number] };
type Stage = { display: Display; running: RunningApp; library: PictureLibrary; look: Look };

const wanted = process.argv.slice(2);
const looks: readonly string[] = [...locales, ...themes];
const names = wanted.filter((name) => !looks.includes(name));
const isWanted = (name: string) => names.length === 0 || names.includes(name);
const chosen = <Name extends string>(all: readonly Name[]): Name[] => {
  const some = all.filter((name) => wanted.includes(name));
  return some.length === 0 ? [...all] : some;
};

let failures = 0;

/** Takes the picture of a scene; one that fails is told and does not keep the others from being taken. */
async function shoot(
  name: string,
  { locale, theme }: Look,
  take: (file: string) => Promise<void>,
): Promise<void> {
  const file = `${name}-${locale}-${theme}`;
  try {
    await take(file);
    process.stdout.write(`${file}\n`);
  } catch (error) {
    failures += 1;
    process.stderr.write(`${file}: ${String(error)}\n`);
  }
}

async function play(
  scenes: readonly Scene[],
  stage: Stage,
  page: Page,
  size: { width: number; height: number },
  reload: (page: Page) => Promise<void>,
): Promise<void> {
  const { running, library, look } = stage;
  page.setDefaultTimeout(patienceMs);
  for (const scene of scenes.filter(({ name }) => isWanted(name))) {
    await shoot(scene.name, look, async (file) => {
      const { width, height } = scene.size ?? size;
      await resize(running, page, width, height);
      await reload(page);
      const shown = await scene.act({ page, running, library, locale: look.locale });
      await takePicture(page, file, shown ? [shown].flat() : []);
    });
  }
}

/** A scene that waits longer will not come. */
const patienceMs = 10_000;

async function reloadManager(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.tree-row').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.reply-row .row-title, .empty') !== null);
  // The check of all replies reads the list anew when it ends.
  await page.locator('.list-checking').waitFor({ state: 'detached' });
}

async function reloadSettings(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('tab').first().waitFor();
}

async function picturePalette({ display, running, library, look }: Stage): Promise<void> {
  const palette = drivePalette(display, running);
  const { page } = palette;
  const chat = await openChatPage(display, library.words.chat);
  await chat.focus();
  await palette.open();
  await shoot('palette-start', look, (file) => takePicture(page, file, []));
  await typeText(display, library.words.paletteQuery);
  await until(async () => (await palette.titles()).length > 0, 'something is found');
  await shoot('palette', look, (file) => takePicture(page, file, []));
  await pressKeys(display, 'ctrl+e');
  await shoot('palette-edit', look, async (file) => {
    await page.locator('textarea').first().fill(library.words.harshText);
    await page.locator('.lint-notes').waitFor();
    await takePicture(page, file, []);
  });
  await until(async () => {
    await pressKeys(display, 'Escape');
    return !(await palette.isVisible());
  }, 'the palette is gone');
  await chat.close();
}

async function onStage(display: Display, look: Look, age: LibraryAge, work: (stage: Stage) => Promise<void>) {
  const library = makePictureLibrary(look.locale, look.theme, age);
  const running = await launchApp(display, { userData: library.userData, locale: look.locale });
  try {
    await work({ display, running, library, look });
  } finally {
    await running.close();
    library.remove();
  }
}

async function pictureUsed(stage: Stage): Promise<void> {
  const { display, running } = stage;
  const palette = drivePalette(display, running);
  if (['palette-start', 'palette', 'palette-edit'].some(isWanted)) await picturePalette(stage);
  const inManager = [...managerScenes, ...transferScenes];
  if (inManager.some(({ name }) => isWanted(name))) {
    const { page } = await openManager({ display, running, palette });
    await play(inManager, stage, page, usualSize, reloadManager);
  }
  if (settingsScenes.some(({ name }) => isWanted(name))) {
    const { page } = await openSettings({ display, running, palette });
    await play(settingsScenes, stage, page, settingsSize, reloadSettings);
  }
}

async function pictureFirstDay(stage: Stage): Promise<void> {
  const { display, running, library } = stage;
  const palette = drivePalette(display, running);
  const { page } = await openManager({ display, running, palette });
  const [tour, ...others] = firstDayScenes;
  if (tour) await play([tour], stage, page, usualSize, reloadManager);
  await reloadManager(page);
  await page.keyboard.press('Escape');
  await page.locator('.tour-card').waitFor({ state: 'hidden' });
  await play(others, stage, page, usualSize, reloadManager);
  inDatabase(library.userData, (db) => db.exec('DELETE FROM reply; DELETE FROM category;'));
  await play(emptyLibraryScenes, stage, page, usualSize, reloadManager);
}

const missing = ensurePackages(desktopPackages);
if (missing !== null) throw new Error(missing);
if (!ensureBuild()) throw new Error('The app could not be built.');

// Larger than any window, so that the window manager lets each have its size.
const display = await startDisplay('1600x1300');
try {
  for (const locale of chosen(locales)) {
    for (const theme of chosen(themes)) {
      const look = { locale, theme };
      const isAnyWanted = (scenes: readonly Scene[]) => scenes.some(({ name }) => isWanted(name));
      await onStage(display, look, 'used', pictureUsed);
      if (isAnyWanted([...firstDayScenes, ...emptyLibraryScenes])) {
        await onStage(display, look, 'fresh', pictureFirstDay);
      }
    }
  }
} finally {
  await display.stop();
}
process.exitCode = failures === 0 ? 0 : 1;
