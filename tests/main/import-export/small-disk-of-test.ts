import { onTestFinished } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../../e2e/support/small-disk.ts';

/** A small file system that goes with the test; null where none can be mounted. To be asked for before what lies on it. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const disk = mountSmallDisk(megabytes);
  if (disk) onTestFinished(() => disk.unmount());
  return disk;
}
