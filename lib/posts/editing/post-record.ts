import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, db, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { PostFields } from '../fields/fields';
import { columnSelect, fromColumns, toColumns } from '../fields/post-columns';
import { emptyFields, storedFields } from '../fields/post-fields';
import { postTypes, type PostType } from '../post';
import { ownSlugOf } from '../publishing/slugs';
import { discussedBy, ownedBy } from '../post-access';

const revision = {
  id: true,
  authorId: true,
  kind: true,
  note: true,
  title: true,
  subtitle: true,
  excerpt: true,
  bodyHtml: true,
  fields: true,
  hash: true,
  createdAt: true,
  updatedAt: true,
  author: { select: { name: true } },
} satisfies Prisma.PostRevisionSelect;

export type RevisionRow = Prisma.PostRevisionGetPayload<{ select: typeof revision }>;

const editable = {
  id: true,
  type: true,
  status: true,
  statusBeforeTrash: true,
  version: true,
  saveMarks: true,
  slug: true,
  ...columnSelect,
  pinnedAt: true,
  publishAt: true,
  unpublishAt: true,
  firstPublishedAt: true,
  contentUpdatedAt: true,
  createdAt: true,
  updatedAt: true,
  pendingRevisionId: true,
  pendingRevision: { select: revision },
  seriesId: true,
  series: { select: { title: true } },
  tags: { select: { tagId: true, tag: { select: { name: true } } }, orderBy: { position: 'asc' } },
  authors: { select: { userId: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.PostSelect;

export type EditablePost = Prisma.PostGetPayload<{ select: typeof editable }>;

export const revisionSelect = revision;

/** Condition for the posts a user may edit: all for editors, their own for authors, and for contributors until published. */
export function editableBy(actor: Actor): Prisma.PostWhereInput {
  requireCapability(actor, 'posts.write');
  return ownedBy(actor);
}

/** The post in its current state; throws not found if the actor may not edit it. */
export async function requireEditable(actor: Actor, id: string, tx: Tx = db): Promise<EditablePost> {
  return requirePost({ id, ...editableBy(actor) }, tx);
}

/** The same for a post whose notes the actor may read and write, although they may no longer edit it. */
export async function requireDiscussed(actor: Actor, id: string, tx: Tx = db): Promise<EditablePost> {
  requireCapability(actor, 'posts.write');
  return requirePost({ id, ...discussedBy(actor) }, tx);
}

async function requirePost(where: Prisma.PostWhereInput, tx: Tx) {
  const post = await tx.post.findFirst({ where, select: editable });
  if (!post) throw new AppError('not_found', 'This post no longer exists.');
  return post;
}

/** The same without an actor, for jobs and preview links. */
export function findForPreview(id: string): Promise<EditablePost | null> {
  return readDb.post.findUnique({ where: { id }, select: editable });
}

/** Posts as they are within a transaction, for bulk changes by the system. */
export function listCurrent(tx: Tx, ids: string[]): Promise<EditablePost[]> {
  return tx.post.findMany({ where: { id: { in: ids } }, select: editable });
}

/** The slug of a draft until one is chosen. */
export function provisionalSlug(id: string) {
  return `draft-${id.slice(-12)}`;
}

export function fieldsOfPost(post: EditablePost): PostFields {
  return {
    ...fromColumns(post),
    slug: post.slug === provisionalSlug(post.id) ? '' : ownSlugOf(post.slug),
    tags: post.tags.map(({ tag }) => tag.name),
    series: post.series?.title ?? '',
    authorIds: post.authors.map(({ userId }) => userId),
    pinned: post.pinnedAt !== null,
  };
}

export function fieldsOfRevision(row: RevisionRow): PostFields {
  const { title, subtitle, excerpt, bodyHtml } = row;
  return { ...emptyFields, ...storedFields(JSON.parse(row.fields)), title, subtitle, excerpt, bodyHtml };
}

/** The pending change, or the post itself if there is none. */
export function newestFields(post: EditablePost): PostFields {
  return post.pendingRevision ? fieldsOfRevision(post.pendingRevision) : fieldsOfPost(post);
}

/** The post's own columns; slug, tags and authors are written separately. */
export function columnsOf(fields: PostFields, post: { pinnedAt: Date | null }) {
  const columns = toColumns(fields);
  return {
    ...columns,
    pinnedAt: fields.pinned ? (post.pinnedAt ?? new Date()) : null,
    pinnedUntil: fields.pinned ? columns.pinnedUntil : null,
  };
}

/** A hash that does not depend on the order of the fields. */
export function hashOfFields(fields: PostFields) {
  const ordered = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

export function typeOf(post: { type: string }): PostType {
  return postTypes.find((type) => type === post.type) ?? 'post';
}
