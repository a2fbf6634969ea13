import { makeCodec } from './codec.ts';
import { runMainWorld } from './main-world.ts';
import { makePeer } from './peer.ts';
import { runPreloadWorld } from './preload-world.ts';
import { type PreloadProcess, receiveFunction, sendBinding } from './wire.ts';

const codecSource = `(${makeCodec})({ encode: (bytes) => bytes.toBase64(), decode: (text) => Uint8Array.fromBase64(text) })`;

function onTopFrameOnly(body: string): string {
  return `(() => { if (window !== window.top) return; const codec = ${codecSource}; ${body} })();`;
}

/** Origins that stand for the app's own schemes: `scheme://host` is `prefix + host + suffix`. */
export type OriginRule = { scheme: string; prefix: string; suffix: string };

/** The script for the page's own world. `secret` names the events between the worlds. */
export function mainWorldScript(secret: string, origins: OriginRule[]): string {
  return onTopFrameOnly(
    `(${runMainWorld})((${makePeer})(codec, '${secret}-in', '${secret}-out'), ${JSON.stringify(origins)});`,
  );
}

/** The script for the isolated world, with the app's preload bundle inside. */
export function preloadWorldScript(
  secret: string,
  info: PreloadProcess,
  preload: { path: string; source: string } | null,
): string {
  const run = preload ? `function (require, module, exports, process) {\n${preload.source}\n}` : 'null';
  const names = JSON.stringify({ send: sendBinding, receive: receiveFunction });
  const script = onTopFrameOnly(
    `(${runPreloadWorld})((${makePeer})(codec, '${secret}-out', '${secret}-in'), codec, ${names}, ${JSON.stringify(info)}, ${run});`,
  );
  return `${script}\n//# sourceURL=${preload?.path ?? 'stand-in-preload'}`;
}
