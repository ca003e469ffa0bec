import { commenterHash } from '@/lib/comments/commenters';
import type { CommentDraft } from '../../drafts';
import { undatedBy } from '../../reading/undated';
import type { XmlNode } from '../../reading/xml/records';
import { plainTextOf } from './bodies';
import { readMoment, unreadableIn } from './dates';
import { factOf, textOf } from './nodes';

const statuses: Record<string, CommentDraft['status']> = {
  '1': 'approved',
  approve: 'approved',
  approved: 'approved',
  '0': 'pending',
  hold: 'pending',
  spam: 'spam',
  trash: 'hidden',
  'post-trashed': 'hidden',
};

/** Other types are internal records of the block editor and plug-ins. */
export function isReadersComment(type: string) {
  return ['', 'comment', 'pingback', 'trackback'].includes(type);
}

type CommentOptions = { offsetMinutes: number; authorKeysById: Map<string, string> };

/** Converts a comment; null for internal records. Of the e-mail address only a hash is kept, and no IP address is read. */
export function readComment(node: XmlNode, around: CommentOptions): CommentDraft | null {
  const kind = factOf(node, 'wp:comment_type');
  const sourceId = factOf(node, 'wp:comment_id');
  if (!sourceId || !isReadersComment(kind)) return null;
  const parent = factOf(node, 'wp:comment_parent');
  const dates = { local: factOf(node, 'wp:comment_date'), gmt: factOf(node, 'wp:comment_date_gmt'), pubDate: '' };
  return {
    sourceId,
    parentSourceId: parent && parent !== '0' ? parent : null,
    type: kind === 'pingback' || kind === 'trackback' ? 'mention' : 'comment',
    status: statuses[factOf(node, 'wp:comment_approved')] ?? 'pending',
    authorName: plainTextOf(textOf(node, 'wp:comment_author')).slice(0, 120),
    authorUrl: factOf(node, 'wp:comment_author_url'),
    authorKey: around.authorKeysById.get(factOf(node, 'wp:comment_user_id')) ?? null,
    commenter: commenterHash(factOf(node, 'wp:comment_author_email')),
    html: textOf(node, 'wp:comment_content'),
    createdAt: readMoment(dates, around.offsetMinutes),
    ...undatedBy(unreadableIn(dates)),
  };
}
