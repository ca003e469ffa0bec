import 'server-only';
import { FetchError, fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { AppError } from '@/lib/platform/errors';
import { LooseFields } from '../../../threads/loose-fields';

export type Guard = Pick<FetchOptions, 'mayDial'>;

/** What a WordPress answers with at its REST API or, without `api`, at its feed. */
export type OldSite = { home: string; title: string; tagline: string; api: URL | null; feed: URL; guard: Guard };

/** A page of a hundred entries, of which the longest posts are megabytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
const MAX_QUOTED = 80;

/** Finds the REST API of a WordPress or, where it is switched off, its feed. Throws a sentence if there is neither. */
export async function findOldSite(address: string, guard: Guard): Promise<OldSite> {
  const given = URL.parse(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
  if (!given || !/^https?:$/.test(given.protocol))
    throw new AppError('invalid', 'The address must look like https://blog.example.org.');
  const base = `${given.origin}${given.pathname.replace(/\/+$/, '')}`;
  const answers: string[] = [];
  for (const root of [`${base}/wp-json/`, `${base}/?rest_route=/`]) {
    const found = await tried(() => askRoot(root, guard), answers);
    if (found) return { ...found, guard };
  }
  for (const feed of [`${base}/feed/`, `${base}/?feed=rss2`]) {
    const found = await tried(() => askFeed(feed, guard), answers);
    if (found) return { ...found, home: base, title: '', tagline: '', api: null, guard };
  }
  throw new AppError(
    'invalid',
    `${base} has neither the REST API of a WordPress nor its feed (${[...new Set(answers)].join('; ')}). Nothing was imported. If it is a WordPress, its REST API can be allowed again where a plug-in for security has switched it off.`,
  );
}

async function tried<T>(ask: () => Promise<T>, answers: string[]): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    // A server that does not answer at all has nothing to fall back on.
    if (!(error instanceof Refused)) throw error;
    answers.push(error.why);
    return null;
  }
}

async function askRoot(root: string, guard: Guard) {
  const { value, url } = await askJson(new URL(root), guard);
  const index = new LooseFields(value);
  if (!index.list('namespaces').includes('wp/v2')) throw new Refused('it is no index of a WordPress', url);
  const api = new URL(url);
  const given = URL.parse(index.text('home', 'url'));
  const home = (given ? given.href : `${api.origin}${api.pathname.replace(/\/wp-json\/?$/, '')}`).replace(/\/+$/, '');
  return { home, title: index.text('name'), tagline: index.text('description'), api, feed: new URL(`${home}/feed/`) };
}

async function askFeed(feed: string, guard: Guard) {
  const { bytes, url } = await askBytes(new URL(feed), guard);
  const text = bytes.toString('utf8', 0, 64 * 1024);
  if (!/<rss[\s>]/i.test(text) || !/wordpress\.(?:org|com)\//i.test(text))
    throw new Refused('it is no feed of a WordPress', url);
  return { feed: new URL(url) };
}

/** The address is there and does not give what was asked of it. */
export class Refused extends AppError {
  readonly why: string;
  readonly answered: number | null;

  constructor(why: string, address: string, answered: number | null = null) {
    super('invalid', `${address}: ${why}. Nothing was imported.`);
    this.why = why;
    this.answered = answered;
  }
}

/** The bytes at an address of the old site. Public addresses alone are asked, also after redirects. */
export async function askBytes(url: URL, guard: Guard) {
  const options = { ...guard, accept: '*/*', largest: LARGEST_ANSWER, within: TIMEOUT_MS };
  try {
    return await fetchPublic(url.href, options);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.answered !== null) throw new Refused(`the server answered ${error.answered}`, url.href, error.answered);
    throw new AppError('invalid', `${url.href}: ${error.message} Nothing was imported.`);
  }
}

/** The JSON at an address of the old site. */
export async function askJson(url: URL, guard: Guard) {
  const { bytes, headers, url: where } = await askBytes(url, guard);
  const text = bytes
    .toString('utf8')
    .trim()
    .replace(/^\uFEFF/, '');
  try {
    return { value: JSON.parse(text) as unknown, headers, url: where };
  } catch {
    const beginning = text.slice(0, MAX_QUOTED).replace(/\s+/g, ' ');
    throw new Refused(`it answered with something that is no JSON and begins with “${beginning}”`, url.href);
  }
}
