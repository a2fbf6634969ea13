import type { Page } from 'playwright-core';
import type { SearchOutcome } from '../../../src/shared/domain/search-result.ts';
import type { ClientApi, ManagerCalls, PaletteCalls, SettingsCalls, Wire } from '../../../src/shared/ipc.ts';

/** Makes calls of one kind of page, as its own code would. */
function callerOf<Calls>() {
  return <Name extends keyof Calls & string>(
    page: Page,
    name: Name,
    ...args: Parameters<ClientApi<Calls>[Name]>
  ): ReturnType<ClientApi<Calls>[Name]> =>
    page.evaluate(
      ([called, given]) => (globalThis as unknown as { repartee: Wire }).repartee.call(called, ...given),
      [name, args] as const,
    ) as ReturnType<ClientApi<Calls>[Name]>;
}

/** Makes a call of the palette's page. */
export const callPalette = callerOf<PaletteCalls>();

/** Makes a call of the settings' page. */
export const callSettings = callerOf<SettingsCalls>();

/** Makes a call of the manager's page. */
export const callManager = callerOf<ManagerCalls>();

/** What a query finds, without the palette being open. */
export function searchFor(page: Page, query: string): Promise<SearchOutcome> {
  return callPalette(page, 'searchReplies', query, false);
}
