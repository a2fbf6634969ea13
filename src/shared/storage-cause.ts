/** What keeps a disk from taking or giving something, as far as a person can do something about it. */
export type StorageCause = 'full' | 'denied' | 'in-use' | 'gone' | 'other';

const causes: readonly [StorageCause, RegExp][] = [
  ['full', /^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_WRITE)/],
  ['denied', /^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/],
  ['in-use', /^(?:EBUSY|ETXTBSY|SQLITE_BUSY|SQLITE_LOCKED)/],
  ['gone', /^(?:ENOENT|ENOTDIR|ENODEV|ENXIO|EIO)/],
];

/** The cause that a code of the system or of SQLite stands for, such as `ENOSPC` or `SQLITE_READONLY_DBMOVED`. */
export function storageCause(code: string): StorageCause {
  return causes.find(([, codes]) => codes.test(code))?.[0] ?? 'other';
}

/** The cause where a file was to be written that a person chose: Windows answers EPERM for one that another program has open. */
export function chosenFileCause(code: string): StorageCause {
  return code === 'EPERM' ? 'in-use' : storageCause(code);
}
