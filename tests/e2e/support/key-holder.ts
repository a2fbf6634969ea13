import x11, { type XDisplay } from 'x11';
import { reply } from '../../host/desktop/connection.ts';
import type { Display } from './display.ts';

const shift = 1;
const control = 4;

/** The keycode of the space bar on every PC keyboard map. */
const spaceBar = 65;

/** Takes Ctrl+Shift+Space as another program's global hotkey; returns a function that gives it back. */
export async function holdCtrlShiftSpace(display: Display): Promise<() => void> {
  const { client, screen } = await reply<XDisplay>((done) =>
    x11.createClient({ display: display.name }, done),
  );
  const root = screen[0]?.root ?? 0;
  const asynchronous = 1;
  await reply<undefined>((done) =>
    client.GrabKey(root, 0, shift | control, spaceBar, asynchronous, asynchronous, (error) =>
      done(error, undefined),
    ),
  );
  return () => client.terminate();
}
