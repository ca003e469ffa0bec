import type { Prisma } from '@/prisma/generated/sqlite/client';
import type { ThreadComment } from './comment';
import { shownLikes } from './likes';

/** What is read of a comment to show it to one viewer. */
export const personal = {
  id: true,
  postId: true,
  parentId: true,
  path: true,
  depth: true,
  type: true,
  status: true,
  deletedBy: true,
  deletedAt: true,
  authorId: true,
  moderatedById: true,
  authorName: true,
  authorUrl: true,
  format: true,
  body: true,
  bodyHtml: true,
  createdAt: true,
  editedAt: true,
  moderatorEditedAt: true,
  likeCount: true,
  pinnedAt: true,
  pickedAt: true,
  author: { select: { name: true, slug: true, hasProfile: true, avatarSeed: true, role: true } },
} as const;

export type PersonalRow = Prisma.CommentGetPayload<{ select: typeof personal }>;

/** A comment in full, for a viewer who may read it whatever its status. */
export function toThreadComment(row: PersonalRow, now: Date): ThreadComment {
  return {
    id: row.id,
    parentId: row.parentId,
    path: row.path,
    depth: row.depth,
    state: 'shown',
    author: {
      id: row.authorId,
      name: row.author?.name ?? row.authorName,
      slug: row.author?.hasProfile ? row.author.slug : null,
      avatarSeed: row.author?.avatarSeed ?? row.authorName,
      role: row.author?.role ?? null,
      url: row.authorUrl,
    },
    bodyHtml: row.bodyHtml,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    isEditedByModerator: row.moderatorEditedAt !== null,
    isPinned: row.pinnedAt !== null,
    isPicked: row.pickedAt !== null,
    correction: null,
    likes: shownLikes(row.likeCount, row.createdAt, now),
    oldId: null,
  };
}
