/*
 * The parts of the zip format that the archive of everything uses: stored and deflated entries without encryption, each
 * and the whole below 4 GiB. Field offsets: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central header) and 4.3.16 (end).
 */

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
export const endSignature = 0x06054b50;

export const localLength = 30;
export const centralLength = 46;
export const endLength = 22;

/** Longest comment after the end record, which has to be searched for it. */
export const longestComment = 0xffff;

/** Without the 64-bit extension. */
export const mostEntries = 0xffff;
export const mostBytes = 0xffff_ffff;

export const stored = 0;
export const deflated = 8;

/** Bit 0 of the flags: the entry is encrypted. */
export const encryptedFlag = 1;

/** Bit 11 of the flags: the name is UTF-8. */
export const utf8Flag = 1 << 11;

/** Version 2.0 of the format: folders and deflate. */
export const versionNeeded = 20;

/** 1 January 1980, the first day that the format knows: entries tell no time. */
export const noDate = 0x0021;

/** One entry as the central directory lists it. */
export type ZipEntry = {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
};
