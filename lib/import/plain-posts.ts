import { AppError } from '@/lib/platform/errors';
import type { PostDraft } from './drafts';
import type { ImportItem, ImportSource, ImportTarget, PostOutline, SourceSite } from './importer';
import { draftWith, sourceWith } from './defaults';
import { oldPath } from './reading/addresses';
import { adoptHtml } from './reading/adopt-html';
import { leftElsewhere } from './reading/left-elsewhere';

/** A post of a small export. Its `sourceId` is its title, unless the format has ids. */
export type PlainPost = Pick<PostDraft, 'title'> & Partial<Omit<PostDraft, 'body'>> & { html: string; link?: string };

type Identified = PlainPost & { sourceId: string };
type Place = { site: Partial<SourceSite>; target: ImportTarget };

/** The source of posts that fit into memory. Links between them and to old addresses come along. */
export function sourceOfPosts(given: readonly PlainPost[], site: Partial<SourceSite> = {}): ImportSource {
  const posts = identified(given);
  return sourceWith({
    site,
    total: posts.length,
    posts: () => posts.map(outlineOf),
    items: (target) => itemsOf(posts, { site, target }),
  });
}

function identified(posts: readonly PlainPost[]): Identified[] {
  const counts = new Map<string, number>();
  return posts.map((post) => {
    const name = post.sourceId ?? post.title;
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return { ...post, sourceId: nth === 1 ? name : `${name} (${nth})` };
  });
}

function outlineOf({ sourceId, title, slug = '', link = '', status = 'published' }: Identified): PostOutline {
  return { sourceId, title, slug, link, isHidden: status !== 'published' };
}

async function* itemsOf(posts: readonly Identified[], place: Place): AsyncGenerator<ImportItem> {
  for (const [at, post] of posts.entries()) {
    const draft = draftOf(post, place);
    if (draft) yield { post: draft, done: at + 1 };
  }
}

function draftOf({ html, link = '', ...post }: Identified, { site, target }: Place): PostDraft | null {
  const where = post.where ?? `“${post.title || post.sourceId}”`;
  const base = site.baseUrl ?? '';
  const elsewhere = new Set<string>();
  try {
    const body = adoptHtml(html, {
      imageAt: (address) => target.imageAt(address)?.url ?? null,
      fileAt: target.fileAt,
      pageAt: target.pageAt,
      absolute: (address) => URL.parse(address, base ? `${base}/` : undefined)?.href ?? address,
      onLeftElsewhere: (address) => elsewhere.add(address),
    });
    if (elsewhere.size > 0) target.onNote({ where, why: leftElsewhere(elsewhere) });
    const path = oldPath(link, base);
    return draftWith({ oldPaths: path && path !== '/' ? [path] : [], ...post, where, body });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    target.onFailed({ where, why: error.message });
    return null;
  }
}
