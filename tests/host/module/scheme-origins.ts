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

/** The origin of an address, such as `app://palette`, as the app would compare it. */
function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;
}

/** Sources of the app's own schemes that the policy of a page names, by the origin of the page. */
const namedSources = new Map<string, string[]>();

function schemeOfSource(source: string): string | undefined {
  return [...schemes].find((name) => source === `${name}:` || source.startsWith(`${name}://`));
}

function translateSource(source: string, ownScheme: string): string[] {
  if (source === "'self'") {
    // A page may load its own pictures by their absolute address. Chromium knows no hosts in such addresses, so it lets the
    // whole scheme pass and `mayLoad` says no to other hosts.
    return [source, `${ownScheme}:`];
  }
  const scheme = schemeOfSource(source);
  if (scheme === undefined) {
    return [source];
  }
  return [source, source === `${scheme}:` ? `https://*.${scheme}.${domain}` : toBrowserUrl(source)];
}

/** A Content-Security-Policy that means in the browser, for a document at `url`, what the given one means in the app. */
export function translatePolicy(policy: string, url: string): string {
  const ownScheme = url.slice(0, url.indexOf(':'));
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  namedSources.set(
    originOf(url),
    directives.flat().filter((source) => schemeOfSource(source) !== undefined),
  );
  return directives
    .map((directive) => directive.flatMap((source) => translateSource(source, ownScheme)).join(' '))
    .join('; ');
}

/** Whether the browser asks for an address of the app's schemes as it is written, not through its https origin. */
export function isLiteral(browserUrl: string): boolean {
  return schemes.has(browserUrl.slice(0, browserUrl.indexOf(':')).toLowerCase());
}

/** Whether a literal address is one of the page's own origin. */
export function isSameOrigin(pageUrl: string, url: string): boolean {
  return originOf(pageUrl) === originOf(url);
}

/** Whether the page's policy lets it load a literal address: one of its own origin, or one that it names. */
export function mayLoad(pageUrl: string, url: string): boolean {
  const origin = originOf(url);
  const named = namedSources.get(originOf(pageUrl)) ?? [];
  return (
    isSameOrigin(pageUrl, url) ||
    named.some((source) => origin.startsWith(source) || source.startsWith(`${origin}/`))
  );
}
