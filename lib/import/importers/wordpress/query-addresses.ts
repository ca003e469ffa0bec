import type { CommentLocation, LegacyQuery } from '@/lib/redirects/legacy-systems';

/** WordPress's default; exports do not contain the site's setting. */
export const CONVERSATIONS_PER_PAGE = 50;

// Others say m=1 to phones.
const subjects =
  /^(?:(?:p|page_id|attachment_id|cat|tag|author|s|name|pagename|category_name|author_name)=[^&]{1,200}|m=\d{4,8})$/;
const numbered = /^(?:p|page_id|attachment_id|cat|author)=\d+$/;
const feed = /^feed=([a-z0-9-]{1,30})$/;
const commentPage = /^cpage=([1-9]\d{0,5})$/;
/** The old number of a comment, or its id here (components/comments/use-old-anchor.ts). */
const answering = /^replytocom=(\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
/** Bounds the work per address. */
const MAX_PARTS = 20;

/** Parses a query; null without a WordPress parameter. Others are ignored. */
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

/** Whether a subject refers to its target by number. */
export function isNumbered(subject: string) {
  return numbered.test(subject);
}

/** The query's target, also for pages of its comments. */
export function subjectOf(search: string) {
  const query = readQuery(search);
  return query?.subject && !query.feed ? `?${query.subject}` : search;
}
