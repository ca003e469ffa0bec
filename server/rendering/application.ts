import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { caches, type RenderContext } from '@/lib/caching/process-caches';
import { withProblemDetection } from '@/lib/database/problems';
import { answering } from '@/lib/forms/answer-status';
import { env } from '@/lib/platform/env';
import { SITE_PASSWORD } from '@/lib/web/own-routes';
import { canonicalPath } from '@/lib/web/canonical-path';
import { paths } from '@/lib/web/paths';
import { holdUntilInvalidated } from '@/server/cache/hold-response';
import { pendingInvalidations } from '@/server/cache/pending-invalidations';
import { privatePolicy } from '@/server/http/content-security-policy';
import { REVALIDATE_ALWAYS } from '@/server/http/negotiation';
import { foreignAddressOf, isPublicAddress, parseTarget } from '@/server/http/routes';
import { withholdResponse } from '@/server/http/withheld-response';
import { isDatabaseReady } from '@/server/lifecycle/database-probe';
import { postOfState } from '@/server/live/addresses';
import { answerThreadState } from '@/server/live/thread-state';
import { renderToBuffer, type Answer, type Render } from './buffered-response';
import { mayRunInPageCode } from './audience';
import { findRedirection, type FollowedMove } from './redirects';
import { presentAddress, routeNestedPage } from './nested-pages';
import { DatabaseUnavailable } from './renderer-protocol';
import { answerSiteGate, answerSitePassword, answerSiteState } from './site-access';
import { AUDIENCE, SITE_GATE, SITE_STATE, SLOT_MANIFEST } from './slot-addresses';
import { serveSlotFrame } from './slot-frames';
import { answerManifest } from './slot-manifest';
import { answerVerificationFile } from './verification-files';

/** `expiresAt` in ms. */
export type Rendering = { answer: Answer; tags: string[]; expiresAt: number; hasFailed: boolean };

export type Application = {
  /**
   * Buffers the response. Writes resolve once everything stale is dropped; static HTML is deferred for documents only.
   */
  render: (request: IncomingMessage, options?: { isDocument?: boolean }) => Promise<Rendering>;
  /** Streams a private response. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  isReady: () => Promise<boolean>;
  end: () => Promise<void>;
};

export function localApplication(handle: Render, end = async () => {}): Application {
  return {
    render: async (request, { isDocument = false } = {}) => {
      const context: RenderContext = {
        tags: new Set(),
        expiresAt: Infinity,
        startedAt: caches.clock.now,
        ...(isDocument ? { deferredHtml: [] } : {}),
      };
      const { result: answer, problem } = await withProblemDetection(() =>
        caches.rendering.run(context, () => answerInFull(request, handle)),
      );
      if (!isReading(request)) await Promise.all(pendingInvalidations());
      if (context.isMissing && answer.status === 200) answer.status = 404;
      return {
        answer,
        tags: [...context.tags],
        expiresAt: context.expiresAt,
        hasFailed: problem === 'away' || (context.hasFailed ?? false),
      };
    },
    answer: async (request, response) => {
      const pathname = request.url?.split('?')[0] ?? '/';
      if (pathname.startsWith('/_s/')) return serveSlotFrame(request, response, pathname);
      if (!isReading(request)) holdUntilInvalidated(response);
      const isFramed = [paths.admin.looksPreview(), paths.admin.postInFrame()].includes(pathname);
      const policy = privatePolicy(randomBytes(16).toString('base64'), {
        frameOrigin: env().adsFrameOrigin,
        ...(isFramed ? { framedBy: `'self'` } : {}),
      });
      // The older header would override the policy.
      if (isFramed) response.removeHeader('X-Frame-Options');
      // Next takes the nonce for its scripts from this header.
      request.headers['content-security-policy'] = policy;
      await routeNestedPage(request);
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('X-Robots-Tag', 'noindex');
      response.setHeader('Cache-Control', 'private, no-store');
      const { result: isOpen } = await withProblemDetection(async (noted) => {
        const { ended, release } = withholdResponse(response, (status) => status >= 500 && noted.problem === 'away');
        await Promise.race([answering.run(response, () => handle(request, response)), ended]);
        return release();
      });
      if (isOpen) throw new DatabaseUnavailable('The database is not available at the moment.');
    },
    isReady: isDatabaseReady,
    end,
  };
}

async function answerInFull(request: IncomingMessage, handle: Render): Promise<Answer> {
  const asked = request.url?.split('?')[0];
  if (asked === SITE_PASSWORD && !isReading(request)) return answerSitePassword(request);
  const target = isReading(request) ? parseTarget(request.url) : null;
  if (!target) {
    await routeNestedPage(request);
    return renderToBuffer(request, handle);
  }
  if (target.pathname === AUDIENCE) return bare((await mayRunInPageCode(request)) ? 204 : 403);
  if (target.pathname === SITE_STATE) return answerSiteState();
  if (target.pathname === SITE_GATE) return answerSiteGate(request, new URLSearchParams(target.search).get('to') ?? '');
  if (target.pathname === SLOT_MANIFEST) return answerManifest();
  const postId = postOfState(target.pathname);
  if (postId) return answerThreadState(postId);
  const canonical = canonicalPath(target.pathname);
  try {
    const file = await answerVerificationFile(target.pathname);
    if (file) return file;
    const move = await findRedirection(target, canonical, isPublicAddress(target.pathname));
    const present = move ? null : await presentAddress(canonical);
    if (move ?? present) return answerOfRedirection(move ?? { to: present + target.search, status: 301 });
    await routeNestedPage(request);
  } catch {
    return bare(503);
  }
  const isForPage = request.headers.rsc === undefined;
  return isForPage && foreignAddressOf(target) !== null ? bare(204) : renderToBuffer(request, handle);
}

function answerOfRedirection({ to, status, rule }: FollowedMove): Answer {
  const answer: Answer = { ...bare(status), ...(rule ? { rule } : {}) };
  answer.headers['cache-control'] = REVALIDATE_ALWAYS;
  if (status !== 410) return { ...answer, headers: { ...answer.headers, location: to } };
  answer.headers['content-type'] = 'text/plain; charset=utf-8';
  return { ...answer, body: Buffer.from('This page was permanently removed.\n') };
}

function bare(status: number): Answer {
  return { status, headers: {}, cookies: [], body: Buffer.alloc(0) };
}

function isReading({ method }: IncomingMessage) {
  return method === 'GET' || method === 'HEAD';
}
