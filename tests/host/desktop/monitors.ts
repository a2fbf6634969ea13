import { type Connection, reply } from './connection.ts';
import type { DesktopHandlers, Outcome } from './contract.ts';

type Monitors = Outcome<'screenState'>['monitors'];

const getMonitorsOpcode = 42;

function parseMonitors(data: Buffer): Monitors {
  const monitors: Monitors = [];
  let at = 24;
  for (let left = data.readUInt32LE(4); left > 0; left -= 1) {
    monitors.push({
      primary: data[at + 4] !== 0,
      x: data.readInt16LE(at + 8),
      y: data.readInt16LE(at + 10),
      width: data.readUInt16LE(at + 12),
      height: data.readUInt16LE(at + 14),
    });
    const outputs = data.readUInt16LE(at + 6);
    at += 24 + 4 * outputs;
  }
  return monitors;
}

/** The monitors as `xrandr --listmonitors` shows them, the work area, and the pointer. */
export async function readScreens(
  connection: Connection,
): Promise<Pick<DesktopHandlers, 'screenState' | 'pointer'>> {
  const { x, root, screen } = connection;
  const randr = await reply<{ majorOpcode: number }>((done) => x.require('randr', done));

  /** RRGetMonitors of RandR 1.5, which the package does not know. */
  function getMonitors(): Promise<Monitors> {
    return reply<Monitors>((done) => {
      const request = Buffer.alloc(12);
      const onlyActive = 1;
      request[0] = randr.majorOpcode;
      request[1] = getMonitorsOpcode;
      request.writeUInt16LE(request.length / 4, 2);
      request.writeUInt32LE(root, 4);
      request[8] = onlyActive;
      x.seq_num += 1;
      x.pack_stream.put(request);
      x.replies[x.seq_num] = [parseMonitors, done];
      x.pack_stream.submit(true);
    });
  }

  return {
    async screenState() {
      const [monitors, work] = await Promise.all([getMonitors(), connection.numbers(root, '_NET_WORKAREA')]);
      const [left, top, width, height] = work;
      return {
        monitors: monitors.length > 0 ? monitors : [{ x: 0, y: 0, ...screen, primary: true }],
        workArea:
          left === undefined || top === undefined || width === undefined || height === undefined
            ? null
            : { x: left, y: top, width, height },
      };
    },

    async pointer() {
      const { rootX, rootY } = await reply<{ rootX: number; rootY: number }>((done) =>
        x.QueryPointer(root, done),
      );
      return { x: rootX, y: rootY };
    },
  };
}
