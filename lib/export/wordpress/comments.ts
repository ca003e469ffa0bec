import 'server-only';
import { nameOfCommenter } from '../commenters';
import type { ThreadComment } from '../reading-threads';
import { localOf, plain, quoted, utcOf } from './elements';

const states: Record<string, string> = {
  approved: '1',
  pending: '0',
  spam: 'spam',
  hidden: 'trash',
  shadowed: 'trash',
};

/** Stands where a comment was deleted that others reply to; without it their thread would fall apart. */
const DELETED = '[deleted]';

type Numbers = {
  timeZone: string;
  withEmails: boolean;
  /** The number of a comment of this post by what it is called. */
  numberOf: (key: string) => number;
  /** The number of the author by their slug; 0 for those who wrote no posts. */
  authorNumber: (slug: string) => number;
};

/** A comment as WordPress writes it; null for a deleted one that nobody replies to. */
export function commentXml(comment: ThreadComment, numbers: Numbers): string | null {
  const { key, parentKey, status, type, createdAt, author } = comment;
  const isDeleted = status === 'deleted';
  if (isDeleted && !comment.leadsToSeen) return null;
  const email = numbers.withEmails && !isDeleted ? (author?.email ?? '') : '';
  const lines = [
    plain('wp:comment_id', numbers.numberOf(key)),
    quoted('wp:comment_author', isDeleted ? DELETED : nameOfCommenter(comment)),
    quoted('wp:comment_author_email', email),
    plain('wp:comment_author_url', isDeleted ? '' : comment.authorUrl),
    quoted('wp:comment_author_IP', ''),
    quoted('wp:comment_date', localOf(createdAt, numbers.timeZone)),
    quoted('wp:comment_date_gmt', utcOf(createdAt)),
    quoted('wp:comment_content', isDeleted ? DELETED : comment.bodyHtml),
    quoted('wp:comment_approved', isDeleted ? '1' : (states[status] ?? '0')),
    quoted('wp:comment_type', type === 'mention' ? 'pingback' : 'comment'),
    plain('wp:comment_parent', parentKey === null ? 0 : numbers.numberOf(parentKey)),
    plain('wp:comment_user_id', author && !isDeleted ? numbers.authorNumber(author.slug) : 0),
  ];
  return `\t\t<wp:comment>\n${lines.map((line) => `\t\t\t${line}\n`).join('')}\t\t</wp:comment>\n`;
}
