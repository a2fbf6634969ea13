import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Display } from '../../tests/e2e/support/display.ts';
import type { PaletteDriver } from '../../tests/e2e/support/palette.ts';

/** As `--radius-window` of the palette's style sheet. */
const cornerRadius = 12;

/** Opacity in percent, and pixels of blur (ImageMagick adds twice that on each side) and of depth. */
const shadow = { percent: 40, blur: 20, below: 12 };

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(display: Display, window: string): Promise<Box> {
  const geometry = await display.run('xdotool', 'getwindowgeometry', '--shell', window);
  const number = (name: string) => Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(geometry)?.[1]);
  return { x: number('X'), y: number('Y'), width: number('WIDTH'), height: number('HEIGHT') };
}

/**
 * Makes the picture of the README out of two real screenshots: the palette as it is on the screen, laid over `behind`. This
 * display has no compositor, so that the window's transparent corners would be white and it would have no shadow;
 * both are put in here.
 */
export async function makeReadmePicture(
  display: Display,
  palette: PaletteDriver,
  behind: string,
  picture: string,
): Promise<void> {
  const { x, y, width, height } = await boxOf(display, await palette.window());
  const screen = `${picture}.screen.png`;
  const cutOut = `${picture}.palette.png`;
  mkdirSync(dirname(picture), { recursive: true });
  await display.screenshot(screen);
  const corners = `roundrectangle 0,0 ${width - 1},${height - 1} ${cornerRadius},${cornerRadius}`;
  await display.run(
    'convert',
    ...[screen, '-crop', `${width}x${height}+${x}+${y}`, '+repage', '-alpha', 'set'],
    ...['(', '-size', `${width}x${height}`, 'xc:none', '-fill', 'white', '-draw', corners, ')'],
    ...['-compose', 'DstIn', '-composite', cutOut],
  );
  const shadowAt = { x: x - 2 * shadow.blur, y: y - 2 * shadow.blur + shadow.below };
  await display.run(
    'convert',
    behind,
    ...['(', cutOut, '-background', '#1c2b33', '-shadow', `${shadow.percent}x${shadow.blur}+0+0`, ')'],
    ...['-geometry', `+${shadowAt.x}+${shadowAt.y}`, '-composite'],
    ...[cutOut, '-geometry', `+${x}+${y}`, '-composite', picture],
  );
  rmSync(screen);
  rmSync(cutOut);
}
