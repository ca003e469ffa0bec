import { commenterHash } from '@/lib/comments/commenters';
import type { CommentDraft } from '../../drafts';
import { momentOf } from '../../reading/moments';
import { undatedBy } from '../../reading/undated';
import type { XmlNode } from '../../reading/xml/records';
import { factOf, idsOf, isDraft, personOf, propertyOf, textOf } from './entries';
import type { Outline, StoredComment } from './outline';

const statuses: Record<string, CommentDraft['status']> = {
  LIVE: 'approved',
  PUBLISHED: 'approved',
  PENDING: 'pending',
  SPAM: 'spam',
  SPAM_COMMENT: 'spam',
};

/** A comment and the number of the post that it is on; null for one that names none. */
export function readComment(entry: XmlNode): { post: string; comment: StoredComment } | null {
  const { number } = idsOf(factOf(entry, 'id'));
  const answered = entry.children.find(({ name }) => name === 'thr:in-reply-to')?.attributes;
  const post = numberIn(factOf(entry, 'blogger:parent')) || numberIn(answered?.ref ?? answered?.href ?? '');
  if (!number || !post) return null;
  const person = personOf(entry);
  const parent = parentOf(entry);
  const createdAt = momentOf(factOf(entry, 'published'));
  return {
    post,
    comment: {
      sourceId: number,
      parentSourceId: parent && parent !== post ? parent : null,
      type: 'comment',
      status: statusOf(entry),
      authorName: person.name,
      authorUrl: person.uri,
      authorKey: null,
      commenter: commenterHash(person.email),
      html: textOf(entry, 'content') || textOf(entry, 'summary'),
      createdAt: createdAt?.toISOString() ?? null,
      ...undatedBy(createdAt ? undefined : factOf(entry, 'published')),
    },
  };
}

function statusOf(entry: XmlNode): CommentDraft['status'] {
  if (propertyOf(entry, 'blogger.contentRemoved') === 'true' || factOf(entry, 'blogger:trashed')) return 'hidden';
  if (isDraft(entry)) return 'pending';
  const status = factOf(entry, 'blogger:status').toUpperCase();
  return status === '' ? 'approved' : (statuses[status] ?? 'hidden');
}

/** The comment that one answers: said by Takeout files, and by a link of backups. */
function parentOf(entry: XmlNode) {
  const related = entry.children.find(({ name, attributes }) => name === 'link' && attributes.rel === 'related');
  return numberIn(factOf(entry, 'blogger:inReplyTo')) || numberIn(related?.attributes.href ?? '');
}

function numberIn(address: string) {
  return /(?:post-|page-|comment-|\/)(\d{3,25})(?:\?[^/]*)?$/.exec(address.trim())?.[1] ?? '';
}

/** The comments of a post, with their authors where those write the blog. */
export function* commentsOf(number: string, { comments, authors }: Outline): Generator<CommentDraft> {
  const keys = new Map([...authors.values()].flatMap(({ uri, key }) => (uri ? [[uri, key]] : [])));
  for (const { createdAt, ...comment } of comments.each(number)) {
    const authorKey = keys.get(comment.authorUrl) ?? null;
    yield { ...comment, authorKey, createdAt: createdAt === null ? null : new Date(createdAt) };
  }
}
