import type { Page } from 'playwright-core';
import type { SearchOutcome } from '../../../src/shared/domain/search-result.ts';
import type { ClientApi, PaletteCalls, Wire } from '../../../src/shared/ipc.ts';

/** Makes a call of the palette's page, as its own code would. */
export function callPalette<Name extends keyof PaletteCalls & string>(
  page: Page,
  name: Name,
  ...args: Parameters<ClientApi<PaletteCalls>[Name]>
): ReturnType<ClientApi<PaletteCalls>[Name]> {
  return page.evaluate(
    ([called, given]) => (globalThis as unknown as { repartee: Wire }).repartee.call(called, ...given),
    [name, args] as const,
  ) as ReturnType<ClientApi<PaletteCalls>[Name]>;
}

/** What a query finds, without the palette being open. */
export function searchFor(page: Page, query: string): Promise<SearchOutcome> {
  return callPalette(page, 'searchReplies', query, false);
}
