/*
 * Chromium navigates only to schemes that were compiled into it. A standard scheme that the app registers is therefore served under an
 * https origin of its own, which no name server knows, and every address is translated at the border: the app sees `app://palette/index.html`,
 * the browser `https://palette.app.stand-in.invalid/index.html`.
 */
import type { OriginRule } from '../page/scripts.ts';

const domain = 'stand-in.invalid';
const schemes = new Set<string>();

/** Makes a scheme navigable. */
export function addScheme(scheme: string): void {
  schemes.add(scheme);
}

/** The rules for scripts that translate addresses inside a page. */
export function originRules(): OriginRule[] {
  return [...schemes].map((scheme) => ({ scheme, prefix: 'https://', suffix: `.${scheme}.${domain}` }));
}

/** The address that the browser is given for an address of the app. */
export function toBrowserUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  if (!schemes.has(scheme.toLowerCase())) {
    return url;
  }
  return `https://${host}.${scheme.toLowerCase()}.${domain}${rest}`;
}

/** The address that the app sees for an address of the browser. */
export function toAppUrl(url: string): string {
  const match = /^https:\/\/([^/?#]*)(.*)$/is.exec(url);
  const [, authority = '', rest = ''] = match ?? [];
  const scheme = [...schemes].find((name) => authority.endsWith(`.${name}.${domain}`));
  if (scheme === undefined) {
    return url;
  }
  const host = authority.slice(0, -`.${scheme}.${domain}`.length);
  return `${scheme}://${host}${rest}`;
}

function translateSource(source: string, self: string): string[] {
  if (source === "'self'") {
    // Absolute addresses of the page's own host stay what they are inside the page.
    return [source, self];
  }
  const scheme = [...schemes].find((name) => source === `${name}:` || source.startsWith(`${name}://`));
  if (scheme === undefined) {
    return [source];
  }
  return [source, source === `${scheme}:` ? `https://*.${scheme}.${domain}` : toBrowserUrl(source)];
}

/** A Content-Security-Policy that means in the browser, for a document at `url`, what the given one means in the app. */
export function translatePolicy(policy: string, url: string): string {
  const scheme = url.slice(0, url.indexOf(':'));
  const self = `${scheme}://${new URL(url).host}`;
  return policy
    .split(';')
    .map((directive) =>
      directive
        .trim()
        .split(/\s+/)
        .flatMap((source) => translateSource(source, self))
        .join(' '),
    )
    .join('; ');
}
