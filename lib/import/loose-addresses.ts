import 'server-only';
import { transaction } from '@/lib/db';
import { emit } from '@/lib/events/emit';
import { paths } from '@/lib/paths';
import type { LooseAddress } from './drafts';
import { slicesOf } from './ledger';
import type { PostContext } from './posts';
import type { OldAddress } from './redirecting';

const AT_ONCE = 500;

/** Leads addresses that belong to no post of their own to what shows it now. */
export async function redirectLoose(addresses: Iterable<LooseAddress>, context: PostContext) {
  const { redirects, report, write } = context;
  for (const some of slicesOf(addresses, AT_ONCE)) {
    const free = await redirects.free(some.flatMap((loose) => placed(loose, context) ?? []));
    report.redirects += free.length;
    if (!write || free.length === 0) continue;
    const redirectedFrom = free.map(({ from }) => from);
    await transaction(async (tx) => {
      await redirects.add(tx, free);
      emit(tx, { type: 'import.addresses-redirected', actorId: null, redirectedFrom });
    });
  }
}

function placed({ from, to }: LooseAddress, { places, tags, authors }: PostContext): OldAddress | null {
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
