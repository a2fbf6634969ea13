import type { MediaInfo, MediaProblem } from '../../../shared/contract/library-calls.ts';
import type { MediaHash, Part } from '../../../shared/domain/reply.ts';
import type { ClientApi, ManagerCalls } from '../../../shared/ipc.ts';
import { makePicture, type PictureProblem, storedPicture } from './picture.ts';
import { defaultSide, type OfferedSide, type Size } from './picture-size.ts';

export type MediaCalls = Pick<ClientApi<ManagerCalls>, 'addMedia'>;

/** Largest file that is stored, in bytes; main holds to it as well. */
export const maxFileBytes = 20 * 1_024 * 1_024;

export type AddProblem = PictureProblem | MediaProblem | { kind: 'failed' };

export type Added = {
  part: Part;
  info: MediaInfo;
  /** For pictures: whether more was taken off than was asked for, and whether only its first frame was taken. */
  shrunk: boolean;
  animated: boolean;
};

export type AddResult = { ok: true; added: Added } | { ok: false; problem: AddProblem };

/** A picture as it came, by the hash of what was stored of it, for making it larger again while the page is open. */
const originals = new Map<MediaHash, { blob: Blob; size: Size }>();
/** They are in memory; the last few are those that somebody still works on. */
const keptOriginals = 12;

/** Whether a file is taken as a picture. SVG is a drawing that chats can't show: it goes as a file. */
export function isPicture(file: Blob): boolean {
  return file.type.startsWith('image/') && file.type !== 'image/svg+xml';
}

/** Stores a picture, made as small as `side`. */
export async function addPicture(
  blob: Blob,
  alt: string,
  calls: MediaCalls,
  side: OfferedSide = defaultSide,
): Promise<AddResult> {
  const made = await makePicture(blob, side);
  if (!made.ok) return made;
  const { png, size, source, shrunk, animated } = made.picture;
  const stored = await store(png, '', calls);
  if (!stored.ok) return stored;
  originals.delete(stored.info.hash);
  originals.set(stored.info.hash, { blob, size: source });
  const oldest = originals.keys().next().value;
  if (originals.size > keptOriginals && oldest !== undefined) originals.delete(oldest);
  const info = {
    ...stored.info,
    width: stored.info.width ?? size.width,
    height: stored.info.height ?? size.height,
  };
  return { ok: true, added: { part: { kind: 'image', hash: info.hash, alt }, info, shrunk, animated } };
}

/** Stores a file as it is. */
export async function addFile(file: File, calls: MediaCalls): Promise<AddResult> {
  if (file.size > maxFileBytes) return { ok: false, problem: { kind: 'too-large', limit: maxFileBytes } };
  const bytes = await file.arrayBuffer().catch(() => null);
  // A folder, or a file that vanished since it was chosen.
  if (bytes === null) return { ok: false, problem: { kind: 'unreadable' } };
  const stored = await store(new Uint8Array(bytes), file.name, calls);
  if (!stored.ok) return stored;
  const part: Part = { kind: 'file', hash: stored.info.hash, name: file.name.slice(-255) };
  return { ok: true, added: { part, info: stored.info, shrunk: false, animated: false } };
}

/** The size that a picture came in: larger than what is stored while its original is still known. */
export function originalSize(info: MediaInfo): Size | null {
  const known = originals.get(info.hash)?.size;
  if (known) return known;
  return info.width !== null && info.height !== null ? { width: info.width, height: info.height } : null;
}

/** Stores a picture of the reply once more in another size. */
export async function resizePicture(
  info: MediaInfo,
  alt: string,
  side: OfferedSide,
  calls: MediaCalls,
): Promise<AddResult> {
  const blob = originals.get(info.hash)?.blob ?? (info.url === null ? null : await storedPicture(info.url));
  if (blob === null) return { ok: false, problem: { kind: 'unreadable' } };
  return addPicture(blob, alt, calls, side);
}

async function store(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  calls: MediaCalls,
): Promise<{ ok: true; info: MediaInfo } | { ok: false; problem: AddProblem }> {
  try {
    const stored = await calls.addMedia(bytes, name.slice(-255));
    return stored.ok ? { ok: true, info: stored.value } : { ok: false, problem: stored.error };
  } catch {
    return { ok: false, problem: { kind: 'failed' } };
  }
}
