import { protocol } from 'electron';
import { type AppSources, answerAppRequest } from './app-resource.ts';

/** The address of a window's page. */
export function pageUrl(page: 'palette' | 'settings' | 'manager'): string {
  return `app://repartee/${page}/index.html`;
}

/** The address of a picture of the library. */
export function mediaUrl(sha256: string): string {
  return `app://repartee/media/${sha256}`;
}

/**
 * Declares `app://` as a standard, secure origin, so that pages get a content security policy, modules and fetch
 * as on https. To be called before the app is ready; `file://` is never used.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built pages and the pictures of the library under `app://repartee/`, once the app is ready. */
export function handleAppProtocol(sources: AppSources): void {
  protocol.handle('app', (request) => answerAppRequest(request, sources));
}
