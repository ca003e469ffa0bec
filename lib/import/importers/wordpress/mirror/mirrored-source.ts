import 'server-only';
import { readDb } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { ImportSource, Importer, ImportTarget } from '../../../importer';
import { wordpress } from '../importer';
import { chunksOf } from '../../../pipeline/import-map';
import type { Pulled } from './pulled';

const links = /\bhref=(["'])(.+?)\1/gi;

/** The importer of WordPress exports, for one that was written of what was pulled. */
export function mirroring(pulled: Pulled): Importer {
  return {
    ...wordpress,
    open: async (files, request) => {
      const source = await wordpress.open(files, request);
      const known = await addressesHere(source, pulled);
      return {
        ...sourceOf(source, pulled),
        items: (target) => itemsOf(source, pulled, withKnown(source, target, known)),
      };
    },
  };
}

function sourceOf(source: ImportSource, { notes, leftOut, items }: Pulled): ImportSource {
  const remarks = items.size === 0 ? ['Nothing has changed there since the last pull.'] : [];
  return { ...source, notes: [...source.notes, ...notes], leftOut: [...source.leftOut, ...leftOut], remarks };
}

async function* itemsOf(source: ImportSource, { isDated }: Pulled, target: ImportTarget) {
  for await (const item of source.items(target))
    yield 'post' in item ? { ...item, post: { ...item.post, mirrored: { isDated } } } : item;
}

// Texts lead to posts that did not change, and so were not pulled.
function withKnown({ links: { pathOf } }: ImportSource, target: ImportTarget, known: ReadonlyMap<string, string>) {
  const knownAt = (address: string) => known.get(pathOf(address.replace(/#.*$/, '')) ?? '') ?? null;
  return { ...target, pageAt: (address: string) => target.pageAt(address) ?? knownAt(address) };
}

async function addressesHere({ site, links: { pathOf, postAt } }: ImportSource, { items }: Pulled) {
  const wanted = new Set<string>();
  for (const { html } of items.values()) {
    for (const [, , link = ''] of html.matchAll(links)) {
      const address = URL.parse(link.replaceAll('&amp;', '&').replace(/#.*$/, ''), `${site.baseUrl}/`)?.href ?? '';
      const path = pathOf(address);
      if (path !== null && path !== '/' && postAt(address) === null) wanted.add(path);
    }
  }
  const known = new Map<string, string>();
  for (const some of chunksOf(wanted, 500)) {
    const bySlug = new Map(some.map((path) => [percentDecoded(path.slice(1)) ?? '', path]));
    const [moved, same] = await Promise.all([
      readDb.redirect.findMany({
        where: { from: { in: some } },
        select: { from: true, post: { select: { slug: true } } },
      }),
      readDb.post.findMany({ where: { slug: { in: [...bySlug.keys()] } }, select: { slug: true } }),
    ]);
    for (const { from, post } of moved) if (post) known.set(from, paths.post(post.slug));
    for (const { slug } of same) known.set(bySlug.get(slug) ?? '', paths.post(slug));
  }
  return known;
}
