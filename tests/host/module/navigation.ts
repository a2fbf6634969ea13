import type { CdpSession } from '../browser/cdp.ts';
import { answerRequest, isHandled } from './protocol.ts';
import { toAppUrl } from './scheme-origins.ts';
import { isCancelled } from './session.ts';

/** A request that the browser holds until it is told what to do with it. */
type PausedRequest = {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
};

/** Whether a frame may go to an address; asked for every document, with addresses as the app knows them. */
export type AllowsDocument = (navigation: { url: string; frameId: string }) => boolean;

async function decide(session: CdpSession, paused: PausedRequest, allows: AllowsDocument): Promise<void> {
  const { requestId, frameId, resourceType, request } = paused;
  const url = toAppUrl(request.url);
  const fail = (errorReason: string) => session.send('Fetch.failRequest', { requestId, errorReason });

  if (resourceType === 'Document' && !allows({ url, frameId })) {
    await fail('Aborted');
  } else if (await isCancelled(url, request.method, resourceType)) {
    await fail('BlockedByClient');
  } else if (isHandled(url)) {
    const body = request.postData === undefined ? null : Buffer.from(request.postData);
    const answer = await answerRequest({ url, method: request.method, headers: request.headers, body });
    await (answer
      ? session.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: answer.status,
          responseHeaders: answer.headers,
          body: answer.body.toString('base64'),
        })
      : fail('Failed'));
  } else {
    await session.send('Fetch.continueRequest', { requestId });
  }
}

/** Puts the app's protocol handlers, request filter and navigation rules between a page and the network. */
export async function interceptRequests(session: CdpSession, allows: AllowsDocument): Promise<void> {
  session.on<PausedRequest>('Fetch.requestPaused', (paused) => {
    // The page may be gone before its request is answered.
    decide(session, paused, allows).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
