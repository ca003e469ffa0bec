import type { CommentLocation, LegacyQuery } from '@/lib/redirects/legacy-systems';

/** Threads per page, unless a site chose another number, which no export contains. */
export const CONVERSATIONS_PER_PAGE = 50;

const subjects = /^(?:p|page_id|attachment_id|cat|tag|author|m|s|name|pagename|category_name|author_name)=[^&]{1,200}$/;
const numbered = /^(?:p|page_id|attachment_id|cat)=\d+$/;
const feed = /^feed=([a-z0-9-]{1,30})$/;
const commentPage = /^cpage=([1-9]\d{0,5})$/;
/** The old number of a comment, or its id here (components/comments/use-old-anchor.ts). */
const answering = /^replytocom=(\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
/** Whatever else was put behind an address (campaigns, previews), it is no longer than this. */
const MAX_PARTS = 20;

/** Reads a query; null if nothing of it is WordPress's. What does not matter here is passed over. */
export function readQuery(search: string): LegacyQuery | null {
  const parts = search.replace(/^\?/, '').split('&', MAX_PARTS);
  const found = (pattern: RegExp) => parts.map((part) => pattern.exec(part)).find((match) => match !== null);
  const subject = found(subjects)?.[0] ?? '';
  const feedName = found(feed)?.[1] ?? '';
  const page = found(commentPage)?.[1];
  const answered = found(answering)?.[1];
  const place = answered ? `replytocom=${answered}` : page ? `cpage=${page}` : '';
  if (!subject && !feedName && !place) return null;
  const canonical = `?${[subject, feedName && `feed=${feedName}`, place].filter(Boolean).join('&')}`;
  return { subject, feed: feedName, comments: placeOf(answered, page), canonical };
}

function placeOf(answered: string | undefined, page: string | undefined): CommentLocation | null {
  if (answered) return { answering: answered };
  return page ? { page: Number(page), perPage: CONVERSATIONS_PER_PAGE } : null;
}

/** Whether a subject names something by its number. */
export function isNumbered(subject: string) {
  return numbered.test(subject);
}

/** The part of a query that names something; a page of the comments of something belongs to it. */
export function subjectOf(search: string) {
  const query = readQuery(search);
  return query?.subject && !query.feed ? `?${query.subject}` : search;
}
