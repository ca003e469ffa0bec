import 'server-only';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { withAppended } from '@/lib/redirects/legacy-systems';
import { paths } from '@/lib/web/paths';
import type { LegacyUrl } from '../drafts';
import { chunksOf } from './import-map';
import type { PostContext } from './post-work';
import type { RedirectDraft } from './redirect-allocator';

const CONCURRENCY = 500;

/** Redirects old addresses other than posts' own to their current content. */
export async function redirectLegacyUrls(addresses: Iterable<LegacyUrl>, context: PostContext) {
  const { redirects, report, write } = context;
  for (const some of chunksOf(addresses, CONCURRENCY)) {
    const free = await redirects.free(some.flatMap((url) => allocated(url, context) ?? []));
    report.redirects += free.length;
    if (!write || free.length === 0) continue;
    const redirectedFrom = free.map(({ from }) => from);
    await transaction(async (tx) => {
      await redirects.add(tx, free);
      emit(tx, { type: 'import.addresses-redirected', actorId: null, redirectedFrom });
    });
  }
}

function allocated({ status = 301, kind = 'exact', ...url }: LegacyUrl, context: PostContext): RedirectDraft | null {
  const draft = targeted(url, context);
  return draft && { ...draft, status, kind };
}

function targeted({ from, to }: LegacyUrl, { allocations, tags, authors }: PostContext): RedirectDraft | null {
  if ('path' in to) return from === to.path ? null : { from, to: to.path };
  if ('post' in to) {
    const allocation = allocations.get(to.post);
    if (allocation && to.append) return { from, to: withAppended(paths.post(allocation.slug), to.append) };
    return allocation ? { from, postId: allocation.id } : null;
  }
  if ('tag' in to) {
    const tag = tags.get(to.tag);
    if (tag && to.append) return { from, to: withAppended(paths.tag(tag.slug), to.append) };
    return tag && from !== paths.tag(tag.slug) ? { from, tagId: tag.id } : null;
  }
  const author = authors.get(to.author);
  const path = author && paths.author(author.slug);
  return path && from !== path ? { from, to: path } : null;
}
