import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { FetchError, fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { descriptionOf, knownEmbed } from '@/lib/html/embeds';
import { ownPath } from '@/lib/html/own-addresses';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { readSettings } from '@/lib/settings/queries';
import { copyImage } from './copying';
import { factsInDescription, factsInPage, type PageFacts } from './page-facts';

const RATE_LIMIT = { name: 'media.read-page', limit: 150, seconds: 60 * 60 };
const MAX_PAGE_BYTES = 3 * 1024 * 1024;
const TIMEOUT_MS = 8_000;

/** `poster`: a copy of the picture in the library, of an embed alone. `refusal`: why nothing could be read. */
export type LinkedPage = Pick<PageFacts, 'title' | 'text' | 'site'> & { poster: string; refusal: string };

type Guard = Pick<FetchOptions, 'mayDial'>;

/** What a page says of itself: one of the site's own without the network, others once. `mayDial` is for tests. */
export async function readLinkedPage(actor: Actor, address: string, guard: Guard = {}): Promise<LinkedPage> {
  requireCapability(actor, 'media.upload');
  const own = ownPath(address, [new URL(env().siteUrl).host]);
  if (own.startsWith('/')) return readOwnPage(own);
  await countAttempt(RATE_LIMIT, actor.id);
  try {
    const { picture, ...facts } = await readForeignPage(address, guard);
    const isEmbed = knownEmbed(address) !== null;
    return { ...facts, poster: isEmbed && picture ? await copyPicture(actor, picture, guard) : '', refusal: '' };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { ...nothing, refusal: error.message };
  }
}

const nothing: LinkedPage = { title: '', text: '', site: '', poster: '', refusal: '' };

async function readOwnPage(path: string): Promise<LinkedPage> {
  const [, slug = ''] = /^\/([^/?#]+)/.exec(path) ?? [];
  const post = slug ? await findPublicPost(decoded(slug)) : null;
  if (!post) return { ...nothing, refusal: 'There is no published page at this address.' };
  const { siteName } = await readSettings();
  return { ...nothing, title: titleOf(post), text: post.excerpt || post.subtitle || post.lead || '', site: siteName };
}

function decoded(slug: string) {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

async function readForeignPage(address: string, { mayDial }: Guard): Promise<PageFacts> {
  const description = descriptionOf(address);
  const options = { largest: MAX_PAGE_BYTES, within: TIMEOUT_MS, ...(mayDial ? { mayDial } : {}) };
  if (description) {
    const { bytes } = await fetchPublic(description, { ...options, accept: 'application/json' });
    const facts = factsInDescription(bytes.toString('utf8'));
    if (facts) return facts;
  }
  const { bytes, contentType, url } = await fetchPublic(address, { ...options, accept: 'text/html' });
  return factsInPage(textIn(bytes, contentType), url);
}

function textIn(bytes: Buffer, contentType: string) {
  const charset = /charset="?([\w-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

// Without its picture an embed is a card all the same.
async function copyPicture(actor: Actor, address: string, guard: Guard) {
  try {
    return (await copyImage(actor, { address }, guard)).url;
  } catch (error) {
    if (error instanceof AppError) return '';
    throw error;
  }
}
