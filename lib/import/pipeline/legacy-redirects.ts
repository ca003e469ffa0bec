import 'server-only';
import { transaction } from '@/lib/db';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/paths';
import type { LegacyUrl } from '../drafts';
import { slicesOf } from './import-map';
import type { PostContext } from './posts';
import type { RedirectDraft } from './redirect-allocator';

const AT_ONCE = 500;

/** Redirects old addresses that are not a post's own to what shows their content now. */
export async function redirectLegacyUrls(addresses: Iterable<LegacyUrl>, context: PostContext) {
  const { redirects, report, write } = context;
  for (const some of slicesOf(addresses, AT_ONCE)) {
    const free = await redirects.free(some.flatMap((url) => placed(url, context) ?? []));
    report.redirects += free.length;
    if (!write || free.length === 0) continue;
    const redirectedFrom = free.map(({ from }) => from);
    await transaction(async (tx) => {
      await redirects.add(tx, free);
      emit(tx, { type: 'import.addresses-redirected', actorId: null, redirectedFrom });
    });
  }
}

function placed({ from, to }: LegacyUrl, { places, tags, authors }: PostContext): RedirectDraft | null {
  if ('path' in to) return from === to.path ? null : { from, to: to.path };
  if ('post' in to) {
    const place = places.get(to.post);
    return place ? { from, postId: place.id } : null;
  }
  if ('tag' in to) {
    const tag = tags.get(to.tag);
    return tag && from !== paths.tag(tag.slug) ? { from, tagId: tag.id } : null;
  }
  const author = authors.get(to.author);
  return author ? { from, to: paths.author(author.slug) } : null;
}
