import { caches } from '@/lib/caching/process-caches';
import { makeNonceForms, type NonceForms } from '@/server/cache/nonce-forms';
import { findPage, makePage, storePage, type CachedPage } from '@/server/cache/page-cache';
import { timeRendering } from '@/server/metrics/recording';
import type { Application } from '@/server/rendering/application';
import { anonymousRequest, type Answer } from '@/server/rendering/buffered-response';
import { withCurrentEntry } from '@/server/rendering/current-entry';
import { withFrameHolding } from '@/server/rendering/frame-holding';
import { withGallerySteps } from '@/server/rendering/gallery-steps';
import { deferScripts } from '@/server/rendering/hydration-loader';
import { withLiveThread } from '@/server/rendering/live-thread';
import { withPageCounter } from '@/server/rendering/page-counter';
import { withShareButton } from '@/server/rendering/share-button';
import { withLock } from '@/server/rendering/request-lock';
import { withSlotChooser } from '@/server/rendering/slot-chooser';
import { withSlotConsent } from '@/server/rendering/slot-consent';
import { withSlotCosts } from '@/server/rendering/slot-health';
import { withSlotGuard } from '@/server/rendering/slot-guard';
import { withSlotReporting } from '@/server/rendering/slot-reporting';
import { hasInPageCode, NONCE_PLACEHOLDER, withoutInPageCode, withSlotRuntime } from '@/server/rendering/slot-runtime';
import { headersOfAnswer, isHtml } from './answer-headers';
import { errorPage, noteLanguage } from './error-page';
import { REVALIDATE_ALWAYS } from './negotiation';
import { headersWithCode } from './pages-with-code';
import { queues } from './request-queues';
import { isFeedAddress } from './routes';

const inFlight = new Map<string, Promise<CachedPage>>();

/** What everybody gets at an address of the server's own. */
export async function pageOf(key: string, client: string | null, application: Application) {
  return findPage(key) ?? renderOnce(key, client, application);
}

async function renderOnce(key: string, client: string | null, application: Application): Promise<CachedPage> {
  const askedAt = caches.clock.now;
  for (;;) {
    const waitingFor = caches.lease.isValid() ? inFlight.get(key) : null;
    if (!waitingFor) return startRendering(key, client, application);
    const page = await waitingFor;
    // A request after a change needs a rendering begun after it.
    if (page.startedAt >= askedAt || !caches.clock.isStale(page.tags, page.startedAt)) return page;
    const cached = findPage(key);
    if (cached) return cached;
  }
}

function startRendering(key: string, client: string | null, application: Application) {
  const rendering = queues.pages
    .run(client, () => timeRendering(() => renderPage(key, application)))
    .finally(() => {
      if (inFlight.get(key) === rendering) inFlight.delete(key);
    });
  inFlight.set(key, rendering);
  return rendering;
}

async function renderPage(key: string, application: Application): Promise<CachedPage> {
  const { startedAt, rendering } = await withLock(key, async () => {
    // Read first: later invalidations may concern this page.
    const startedAt = caches.clock.now;
    return { startedAt, rendering: await application.render(anonymousRequest(key), { isDocument: true }) };
  });
  const { answer, tags, expiresAt, hasFailed } = rendering;
  if (answer.status >= 500) return { ...errorPage(hasFailed ? 'database' : 'failed'), startedAt };
  const html = isOfSite(answer) ? withPageScripts(withCurrentEntry(answer.body.toString('utf8'), key)) : '';
  if (html) {
    noteLanguage(html);
    answer.body = Buffer.from(withoutInPageCode(html));
  }
  const isStored = isCacheable(answer);
  const withCode = hasInPageCode(html) ? await formsWithCode(html, answer) : null;
  const page = makePage({
    key,
    status: answer.status,
    headers: {
      ...headersOfAnswer(answer),
      'cache-control': isStored ? cachingOf(answer, withCode !== null) : 'private, no-store',
    },
    body: answer.body,
    tags,
    startedAt,
    expiresAt,
    varies: [...(isFeedAddress(key) ? ['Accept'] : []), ...(withCode ? ['Cookie'] : [])],
    ...(withCode ? { withCode } : {}),
    ...(answer.rule ? { rule: answer.rule } : {}),
  });
  if (isStored) storePage(page);
  return page;
}

// What brings its own policy, such as a verification file, is nothing of the product's, and no script of it runs there.
function isOfSite(answer: Answer) {
  return isHtml(answer) && answer.headers['content-security-policy'] === undefined;
}

/** A slot that a reader has hidden is hidden before anything may fill it, and a choice hears what a reader allows. */
function withPageScripts(html: string) {
  const withFrames = withLiveThread(withFrameHolding(withSlotGuard(deferScripts(html))));
  const withSlots = withSlotCosts(withPageCounter(withSlotConsent(withSlotReporting(withSlotChooser(withFrames)))));
  return withGallerySteps(withShareButton(withSlots));
}

async function formsWithCode(html: string, answer: Answer): Promise<NonceForms> {
  const body = withSlotRuntime(html);
  const headers = { ...headersOfAnswer(answer), ...headersWithCode(body) };
  return makeNonceForms({ html: body, placeholder: NONCE_PLACEHOLDER, headers });
}

function cachingOf(answer: Answer, dependsOnReader: boolean) {
  const own = answer.headers['cache-control'] ?? '';
  if (dependsOnReader) return REVALIDATE_ALWAYS.replace('public', 'private');
  return /immutable|stale-while-revalidate/.test(own) ? own : REVALIDATE_ALWAYS;
}

function isCacheable(answer: Answer) {
  if (process.env.NODE_ENV !== 'production' || answer.cookies.length > 0) return false;
  if (answer.status === 404) return isHtml(answer);
  if (![200, 301, 302, 308, 410].includes(answer.status)) return false;
  return !/no-store|private/.test(answer.headers['cache-control'] ?? 'private');
}
