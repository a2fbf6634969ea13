import { join } from 'node:path';
import type { Stage } from './stage.ts';

/** Saves a picture of the screen into the folder that REPARTEE_SHOTS names, for people to look at; nothing where it is not set. */
export async function shoot({ display }: Pick<Stage, 'display'>, name: string): Promise<void> {
  const folder = process.env.REPARTEE_SHOTS;
  if (folder) await display.screenshot(join(folder, `${name}.png`));
}
