import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the app's own scheme finds what it serves. */
export type AppSources = {
  /** The built pages: absolute path of `out/renderer`. */
  rendererRoot: string;
  /** Absolute path of the media file with this SHA-256 in lower-case hex, or null when there is none. */
  mediaFile: (sha256: string) => string | null;
  /** What main offers a page of its own for a moment, by its random name. */
  temporary?: (name: string) => { bytes: Buffer<ArrayBuffer>; type: string } | null;
};

/** What a URL of the app's scheme asks for. */
export type AppResource =
  /** A built file: path segments below `rendererRoot`. */
  | { kind: 'page-file'; segments: string[]; type: string }
  | { kind: 'media'; sha256: string }
  | { kind: 'temporary'; name: string }
  | { kind: 'none' };

// A type that is missing here is not served: source maps, for example.
const typesByExtension: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

// Trusted types make assigning to innerHTML and its like throw, so that reply text can only become text.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Answers a request of one of the app's pages. Whatever is not a built file or a picture is 404; methods other
 * than GET are 405. Every answer carries the content security policy.
 */
export async function answerAppRequest(
  request: { url: string; method: string },
  sources: AppSources,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const resource = appResource(request.url);
  if (resource.kind === 'page-file') return pageFile(resource, sources);
  if (resource.kind === 'media') return media(resource.sha256, sources);
  if (resource.kind === 'temporary') {
    const found = sources.temporary?.(resource.name);
    return found ? success(found.bytes, found.type, 'no-store') : refusal(404);
  }
  return refusal(404);
}

/**
 * Reads a URL such as `app://repartee/palette/index.html` or `app://repartee/media/<sha256>`. Names are taken as
 * they are written, never decoded, and none may begin with a dot: no spelling of a URL leaves the folder.
 */
export function appResource(url: string): AppResource {
  const path = /^app:\/\/repartee\/([^?#]*)/.exec(url)?.[1] ?? '';
  const sha256 = /^media\/([0-9a-f]{64})$/.exec(path)?.[1];
  if (sha256) return { kind: 'media', sha256 };
  const name = /^temporary\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (name) return { kind: 'temporary', name };

  const segments = path.split('/');
  const type = typesByExtension[path.split('.').at(-1) ?? ''];
  const plain = segments.every((segment) => /^[\w-][\w.-]*$/.test(segment));
  return plain && type ? { kind: 'page-file', segments, type } : { kind: 'none' };
}

/** The type of a picture by its first bytes (12 are enough), or null for anything that is not a picture we show. */
export function imageType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  if (head.startsWith('BM')) return 'image/bmp';
  return null;
}

async function pageFile(
  resource: Extract<AppResource, { kind: 'page-file' }>,
  sources: AppSources,
): Promise<Response> {
  const bytes = await readOrNull(join(sources.rendererRoot, ...resource.segments));
  return bytes ? success(bytes, resource.type, 'no-cache') : refusal(404);
}

async function media(sha256: string, sources: AppSources): Promise<Response> {
  const path = sources.mediaFile(sha256);
  const bytes = path === null ? null : await readOrNull(path);
  const type = bytes && imageType(bytes);
  // The name is the hash of the content, so the content of a name never changes.
  return bytes && type ? success(bytes, type, 'max-age=31536000, immutable') : refusal(404);
}

async function readOrNull(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch {
    // Missing, a folder or unreadable: for the page each of them is a picture or file that is not there.
    return null;
  }
}

function success(bytes: Buffer<ArrayBuffer>, type: string, caching: string): Response {
  return new Response(bytes, {
    headers: { ...securityHeaders, 'Content-Type': type, 'Cache-Control': caching },
  });
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders });
}
