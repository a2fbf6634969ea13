/*
 * The messages between a page's preload world and the main process. `args` and `value` are texts of the codec; `url` is the
 * document's own address, read where page scripts cannot reach.
 */
export type FromPage =
  | { kind: 'ready'; url: string }
  | { kind: 'send'; url: string; channel: string; args: string }
  | { kind: 'invoke'; url: string; id: number; channel: string; args: string }
  | { kind: 'preload-failed'; url: string; error: string };

export type ToPage =
  | { kind: 'message'; channel: string; args: string }
  | { kind: 'answer'; id: number; value: string }
  | { kind: 'failure'; id: number; error: string };

/** What `process` shows inside a sandboxed preload. */
export type PreloadProcess = {
  platform: string;
  arch: string;
  versions: Record<string, string>;
  argv: string[];
};

/** The name of the world that preloads run in; Electron's own, which shows in developer tools. */
export const isolatedWorld = 'Electron Isolated Context';
/** The function that carries messages to main; it exists in the isolated world only and is taken from there at once. */
export const sendBinding = '__standInSend';
/** The function that main evaluates in the isolated world. */
export const receiveFunction = '__standInReceive';
