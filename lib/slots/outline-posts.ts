import 'server-only';
import { readDb } from '@/lib/database/db';
import { renderFields } from '@/lib/posts/fields/rendered-fields';
import type { PostFields } from '@/lib/posts/fields/fields';
import { parseBlocks } from '@/lib/posts/rendering/blocks';
import { titleOf } from '@/lib/posts/title';
import { publicWhere } from '@/lib/posts/visibility';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { OutlineArticle } from './article-outline';
import { articleContext, type PageContext } from './placement-rules';

/** How many recent posts and pages are measured. */
const RECENT = 30;

const measured = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  type: true,
  wordCount: true,
  blocks: true,
  adsMode: true,
  adsOff: true,
  sensitive: true,
  commentsLockedReason: true,
  cover: { select: { width: true, height: true } },
  tags: { select: { tagId: true } },
  authors: { select: { userId: true } },
} satisfies Prisma.PostSelect;

/** What a plan of slots needs to know of a post. */
export type OutlinePost = { slug: string; name: string; article: OutlineArticle; context: PageContext };

/** The newest public posts and pages, as their slots are planned. */
export async function listOutlinePosts(): Promise<OutlinePost[]> {
  const rows = await readDb.post.findMany({
    where: publicWhere(),
    orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
    take: RECENT,
    select: measured,
  });
  return rows.map(toOutlinePost);
}

/** In characters; longer texts would delay the editor that shows their outline. */
const MEASURED_LENGTH = 300_000;
/** A statement takes no more values. */
const MAX_TAGS = 1_000;

type Edited = { type: 'post' | 'page'; fields: PostFields };

/** The newest text of a post as its slots are planned, or null if it is very long. The caller must have checked access. */
export async function outlinePostOf({ type, fields }: Edited): Promise<Omit<OutlinePost, 'slug'> | null> {
  if (fields.bodyHtml.length > MEASURED_LENGTH) return null;
  const { title, subtitle, adsMode, sensitive, tags: names, coverId } = fields;
  const [{ columns }, tags, cover] = await Promise.all([
    renderFields(fields.bodyHtml),
    readDb.tag.findMany({ where: { name: { in: names.slice(0, MAX_TAGS) } }, select: { id: true } }),
    coverId ? readDb.media.findUnique({ where: { id: coverId }, select: { width: true, height: true } }) : null,
  ]);
  const blocks = parseBlocks(columns.blocks);
  const authors = fields.authorIds.map((id) => ({ id }));
  const { wordCount } = columns;
  const adsOff = JSON.stringify(fields.adsOff);
  return {
    name: titleOf(fields),
    article: { title, subtitle, type, cover, hasTags: names.length > 0, blocks },
    context: articleContext({ type, wordCount, tags, authors, adsMode, adsOff, sensitive, commentsLockedReason: '' }),
  };
}

function toOutlinePost({ slug, tags, authors, blocks, ...row }: Prisma.PostGetPayload<{ select: typeof measured }>) {
  const { title, subtitle, type, cover } = row;
  return {
    slug,
    name: titleOf(row),
    article: { title, subtitle, type, cover, hasTags: tags.length > 0, blocks: parseBlocks(blocks) },
    context: articleContext({
      ...row,
      tags: tags.map(({ tagId }) => ({ id: tagId })),
      authors: authors.map(({ userId }) => ({ id: userId })),
    }),
  };
}
