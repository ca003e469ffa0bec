/** What a query means in the words of WordPress, wherever it stands. */
export type ForeignQuery = {
  /** What is asked for: a post by its number, a category, a search …; "" for what the path names. */
  subject: string;
  /** The feed of it, in WordPress's word; "" for none. */
  feed: string;
  /** The place in its comments, if one is named. */
  comments: CommentPlace | null;
};

/** A page of comments as WordPress counts them, or the comment that somebody answers: its old number, or its id here. */
export type CommentPlace = { page: number } | { answering: string };

const subjects = /^(?:p|page_id|attachment_id|cat|tag|author|m|s|name|pagename|category_name|author_name)=[^&]{1,200}$/;
const numbered = /^(?:p|page_id|attachment_id|cat)=\d+$/;
const feed = /^feed=([a-z0-9-]{1,30})$/;
const commentPage = /^cpage=([1-9]\d{0,5})$/;
const answering = /^replytocom=(\d{1,20}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;
/** Whatever else was put behind an address (campaigns, previews), it is no longer than this. */
const MOST_PARTS = 20;

/** Reads a query; null if nothing of it is another system's. What does not matter here is passed over. */
export function readForeignQuery(search: string): ForeignQuery | null {
  const parts = search.replace(/^\?/, '').split('&', MOST_PARTS);
  const found = (pattern: RegExp) => parts.map((part) => pattern.exec(part)).find((match) => match !== null);
  const page = found(commentPage)?.[1];
  const answered = found(answering)?.[1];
  const query = {
    subject: found(subjects)?.[0] ?? '',
    feed: found(feed)?.[1] ?? '',
    comments: answered ? { answering: answered } : page ? { page: Number(page) } : null,
  };
  return query.subject || query.feed || query.comments ? query : null;
}

/** Whether a query asks for one thing by its number, and so for nothing where that number is not known. */
export function namesByNumber(search: string) {
  return numbered.test(readForeignQuery(search)?.subject ?? '');
}

/** The one spelling of what a query asks for; "" if nothing of it is another system's. */
export function foreignQueryOf(search: string): string {
  const query = readForeignQuery(search);
  if (!query) return '';
  const parts = [query.subject, query.feed && `feed=${query.feed}`, placeIn(query.comments)];
  return `?${parts.filter(Boolean).join('&')}`;
}

function placeIn(place: CommentPlace | null) {
  if (!place) return '';
  return 'page' in place ? `cpage=${place.page}` : `replytocom=${place.answering}`;
}
