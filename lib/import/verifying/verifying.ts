import 'server-only';
import { AppError } from '@/lib/platform/errors';

const CONCURRENCY = 8;
const TIMEOUT_MS = 20_000;
const MAX_ASKED = 200_000;
const MAX_LENGTH = 2_000;

/** An old address that does not answer with 200, at once or after one redirect. */
export type Unanswered = { path: string; status: number; to: string; why: string };

export type Verification = {
  site: string;
  asked: number;
  answering: number;
  /** Of these, so many after one redirect. */
  redirected: number;
  unanswered: Unanswered[];
  /** More than are asked. */
  untried: number;
};

type Options = { site: string; onProgress?: (done: number) => void };

/** Asks a site for the path of every address, each once, a few at a time. */
export async function verifyAddresses(
  addresses: AsyncIterable<string>,
  { site, onProgress = () => {} }: Options,
): Promise<Verification> {
  const origin = originOf(site);
  const found: Verification = { site: origin, asked: 0, answering: 0, redirected: 0, unanswered: [], untried: 0 };
  const seen = new Set<string>();
  const asking = new Set<Promise<void>>();
  for await (const address of addresses) {
    const path = pathOf(address);
    if (path === null || seen.has(path)) continue;
    if (seen.size >= MAX_ASKED) {
      found.untried += 1;
      continue;
    }
    seen.add(path);
    const work = ask(origin, path, found).finally(() => {
      asking.delete(work);
      onProgress(found.asked);
    });
    asking.add(work);
    if (asking.size >= CONCURRENCY) await Promise.race(asking);
  }
  await Promise.all(asking);
  if (seen.size === 0) throw new AppError('invalid', 'The sitemap names no addresses, so there was nothing to ask.');
  found.unanswered.sort((a, b) => (a.path < b.path ? -1 : 1));
  return found;
}

function originOf(site: string) {
  const url = URL.parse(site);
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url.href.replace(/\/+$/, '');
  throw new AppError('invalid', `${site} is no address of a site: give one such as https://example.org.`);
}

function pathOf(address: string) {
  const url = URL.parse(address, 'http://localhost');
  return url && address.length <= MAX_LENGTH ? url.pathname + url.search : null;
}

async function ask(origin: string, path: string, found: Verification) {
  const first = await answerOf(origin + path);
  const { status, location } = first;
  found.asked += 1;
  const fail = (why: string, to = '') => void found.unanswered.push({ path, status, to, why });
  if (status === 200) return void (found.answering += 1);
  if (location === null) return fail(first.why);
  const target = URL.parse(location, origin + path);
  if (target?.origin !== new URL(origin).origin) return fail('It leads to another site, which is not asked', location);
  const second = await answerOf(target.href);
  const to = target.pathname + target.search;
  if (second.status !== 200)
    return fail(
      second.location === null ? second.why.replace(/^It\b/, 'Its target') : 'It leads on after one step',
      to,
    );
  found.answering += 1;
  found.redirected += 1;
}

type Answer = { status: number; location: string | null; why: string };

async function answerOf(address: string): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(address, { redirect: 'manual', signal, headers: { accept: 'text/html, */*' } });
    await response.body?.cancel();
    const isRedirect = response.status >= 300 && response.status < 400;
    const location = isRedirect ? response.headers.get('location') : null;
    return { status: response.status, location, why: `It answers ${response.status}` };
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    return { status: 0, location: null, why: isSlow ? 'It takes too long' : 'The site could not be reached' };
  }
}
