import type { CdpSession } from '../browser/cdp.ts';
import { answerRequest, isHandled } from './protocol.ts';
import { isLiteral, isSameOrigin, mayLoad, toAppUrl } from './scheme-origins.ts';
import { isCancelled } from './session.ts';

/** A request that the browser holds until it is told what to do with it. */
type PausedRequest = {
  requestId: string;
  frameId: string;
  resourceType: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
};

/** Whether a frame may go to an address; asked for every document, with addresses as the app knows them. */
type AllowsDocument = (navigation: { url: string; frameId: string }) => boolean;

/** What the answers depend on. */
export type RequestRules = {
  allowsDocument: AllowsDocument;
  /** The address of the page's document, as the app knows it, for a frame whose document was loaded before this. */
  pageUrl: () => string;
};

/** The addresses of the documents that frames were let go to: their pictures may be asked for before the page tells of it. */
type Documents = Map<PausedRequest['frameId'], string>;

async function fulfil(
  session: CdpSession,
  { requestId, request }: PausedRequest,
  pageUrl: string,
): Promise<boolean> {
  const url = toAppUrl(request.url);
  const body = request.postData === undefined ? null : Buffer.from(request.postData);
  const answer = await answerRequest({ url, method: request.method, headers: request.headers, body });
  if (!answer) {
    return false;
  }
  // The browser takes a literal address for another origin even where the app does not.
  const isOwn = isLiteral(request.url) && isSameOrigin(pageUrl, url);
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: answer.status,
    responseHeaders: answer.headers.filter(({ name }) => !(isOwn && name === 'cross-origin-resource-policy')),
    body: answer.body.toString('base64'),
  });
  return true;
}

async function decide(
  session: CdpSession,
  paused: PausedRequest,
  rules: RequestRules,
  documents: Documents,
): Promise<void> {
  const { requestId, frameId, resourceType, request } = paused;
  const url = toAppUrl(request.url);
  const fail = (errorReason: string) => session.send('Fetch.failRequest', { requestId, errorReason });

  if (resourceType === 'Document') {
    if (!rules.allowsDocument({ url, frameId })) {
      await fail('Aborted');
      return;
    }
    documents.set(frameId, url);
  }
  const pageUrl = documents.get(frameId) ?? rules.pageUrl();
  if (isLiteral(request.url) && !mayLoad(pageUrl, url)) {
    await fail('BlockedByClient');
  } else if (await isCancelled(url, request.method, resourceType)) {
    await fail('BlockedByClient');
  } else if (isHandled(url)) {
    if (!(await fulfil(session, paused, pageUrl))) {
      await fail('Failed');
    }
  } else {
    await session.send('Fetch.continueRequest', { requestId });
  }
}

/** Puts the app's protocol handlers, request filter and navigation rules between a page and the network. */
export async function interceptRequests(session: CdpSession, rules: RequestRules): Promise<void> {
  const documents: Documents = new Map();
  session.on<PausedRequest>('Fetch.requestPaused', (paused) => {
    // The page may be gone before its request is answered.
    decide(session, paused, rules, documents).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}
