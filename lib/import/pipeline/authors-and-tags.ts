import 'server-only';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { nameOf } from '@/lib/text/visible-text';
import { tagKey, tagSlugs } from '@/lib/posts/tagging/tag-names';
import { neutralName } from '@/lib/users/user';
import type { AuthorDraft, TagDraft } from '../drafts';
import { hashValue, inChunks, type ImportMap } from './import-map';
import { MergedTags } from './merged-tags';
import { addProblem, type ImportReport } from '../report/report';
import { SlugAllocator } from './slug-allocator';

export type Allocation = { id: string; slug: string };

/** `write: false` decides everything and writes nothing. */
type Options = { importMap: ImportMap; report: ImportReport; write: boolean };

/** Maps authors to users: as given, existing accounts by e-mail, else new ones without sign-in. Stores no e-mail. */
export async function mapAuthors(
  authors: readonly AuthorDraft[],
  { importMap, report, write, given }: Options & { given: ReadonlyMap<string, string> },
) {
  const known = await importMap.find(
    'user',
    authors.flatMap(({ key, otherKey }) => (otherKey ? [key, otherKey] : [key])),
  );
  const users = await readDb.user.findMany({ select: { id: true, slug: true, email: true, deletedAt: true } });
  const byId = new Map(users.map((user) => [user.id, user]));
  const byEmail = new Map(
    users.filter(({ email, deletedAt }) => email && !deletedAt).map((user) => [user.email, user]),
  );
  const slugs = new SlugAllocator(users.map(({ slug }) => slug));
  const allocations = new Map<string, Allocation>();
  const created: { author: AuthorDraft; user: Allocation }[] = [];
  for (const author of authors) {
    const item = known.get(author.key) ?? known.get(author.otherKey ?? '');
    const here =
      byId.get(given.get(author.key) ?? '') ??
      byId.get(item?.targetId ?? '') ??
      (author.email ? byEmail.get(author.email) : undefined);
    if (item && item.batchId === importMap.batchId) report.created.authors += 1;
    else if (here) report.skipped.authors += 1;
    else report.created.authors += 1;
    const user = here ?? { id: newId(), slug: slugs.take(author.slug ?? author.key, author.name) };
    allocations.set(author.key, { id: user.id, slug: user.slug });
    if (!here) created.push({ author, user });
  }
  if (write && created.length > 0) await transaction((tx) => createAuthors(tx, importMap, created));
  return allocations;
}

async function createAuthors(tx: Tx, importMap: ImportMap, authors: { author: AuthorDraft; user: Allocation }[]) {
  const now = new Date();
  await inChunks(authors, (slice) =>
    tx.user.createMany({
      data: slice.map(({ author, user }) => ({
        id: user.id,
        slug: user.slug,
        name: neutralName(nameOf(author.name)).slice(0, 120) || author.key.slice(0, 120),
        role: 'author',
        avatarSeed: user.id,
        importBatchId: importMap.batchId,
        createdAt: now,
        ...author.own,
      })),
    }),
  );
  await remember(
    tx,
    importMap,
    'user',
    authors.map(({ author, user }) => ({ sourceId: author.key, targetId: user.id, hash: hashValue(author.name) })),
  );
}

/** Maps the source's terms to tags; a category and a tag of the same name become one. */
export async function mapTags(tags: readonly TagDraft[], { importMap, report, write }: Options) {
  const known = await importMap.find(
    'tag',
    tags.map(({ key }) => key),
  );
  const here = await readDb.tag.findMany({ select: { id: true, slug: true, name: true } });
  const byId = new Map(here.map((tag) => [tag.id, tag]));
  const byName = new Map<string, Allocation>(here.map((tag) => [tagKey(tag.name), tag]));
  const slugs = new SlugAllocator(here.map(({ slug }) => slug));
  const allocations = new Map<string, Allocation>();
  const fresh = new Set<string>();
  const created: { tag: TagDraft; row: Allocation }[] = [];
  const added: { sourceId: string; targetId: string; hash: string }[] = [];
  const merging = new MergedTags();
  for (const tag of tags) {
    const item = known.get(tag.key);
    const key = tagKey(tag.name || tag.slug);
    const found = byId.get(item?.targetId ?? '') ?? byName.get(key);
    const row = found ?? { id: newId(), slug: slugs.allocateOneOf(tag.slug, ...tagSlugs(tag.name)) };
    byName.set(key, row);
    allocations.set(tag.key, { id: row.id, slug: row.slug });
    merging.add(tag, { row, wasHere: !item && found !== undefined && !fresh.has(found.id) });
    const isMerged = found !== undefined && fresh.has(found.id);
    if (!found || item?.batchId === importMap.batchId) report.created.tags += 1;
    else if (!isMerged) report.skipped.tags += 1;
    if (!found) {
      fresh.add(row.id);
      created.push({ tag, row });
    }
    if (!item || !byId.has(item.targetId))
      added.push({ sourceId: tag.key, targetId: row.id, hash: hashValue(tag.name) });
  }
  for (const line of merging.lines()) addProblem(report.notes, line);
  if (write && created.length + added.length > 0) {
    await transaction(async (tx) => {
      await createTags(tx, importMap.batchId, created);
      await remember(tx, importMap, 'tag', added);
    });
  }
  return allocations;
}

async function createTags(tx: Tx, importBatchId: string, tags: { tag: TagDraft; row: Allocation }[]) {
  const now = new Date();
  await inChunks(tags, (slice) =>
    tx.tag.createMany({
      data: slice.map(({ tag, row }) => {
        const name = nameOf(tag.name).slice(0, 120) || tag.slug.slice(0, 120);
        const description = tag.description.slice(0, 1_000);
        return { ...row, name, nameKey: tagKey(name), description, importBatchId, createdAt: now };
      }),
    }),
  );
}

type Memory = { sourceId: string; targetId: string; hash: string };

// The row may have been deleted since an earlier import: its old entry is replaced.
async function remember(tx: Tx, importMap: ImportMap, kind: 'user' | 'tag', items: Memory[]) {
  await inChunks(items, (slice) =>
    tx.importItem.deleteMany({
      where: { source: importMap.source, kind, sourceId: { in: slice.map(({ sourceId }) => sourceId) } },
    }),
  );
  await importMap.add(
    tx,
    items.map((item) => ({ kind, ...item })),
  );
}
