import 'server-only';
import { cdata, escapeXml } from '@/lib/html/xml';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { nameOfCommenter } from './commenters';
import type { ExportRun } from './export-format';
import { LeftOut, readPublished } from './published';
import type { PostKey, PostRow } from './reading-posts';
import { readThreads, type ThreadComment } from './reading-threads';

const FORUM = 'masthead';
const head = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://disqus.com/api/schemas/1.0/disqus.xsd http://disqus.com/api/schemas/1.0/disqus-internals.xsd">
<category dsq:id="1"><forum>${FORUM}</forum><title>General</title><isDefault>true</isDefault></category>
`;

/**
 * The comments of public posts as Disqus exports them, which other systems read. What readers do not see is left out, spam
 * as well, because Isso publishes it; where others reply to it stands a deleted comment that says so, because Remark42
 * looks at its words only.
 */
export async function* writeDisqus(run: ExportRun): AsyncGenerator<string> {
  yield head;
  const posts: PostKey[] = [];
  const threads = new Map<string, number>();
  for await (const row of readPublished(run)) {
    if (row.commentCount === 0) continue;
    posts.push({ id: row.id, type: row.type, slug: row.slug, feedId: row.feedId });
    threads.set(row.id, posts.length);
    run.count('threads');
    yield threadXml(row, posts.length, run);
  }
  const writing = new Writing(run);
  for await (const { post, comments } of readThreads(run.tx, posts))
    yield comments.map((comment) => writing.write(comment, { thread: threads.get(post.id)!, post })).join('');
  writing.leftOut.tell(run, 'Comments that were left out, because the format has no state for them');
  yield '</disqus>\n';
}

function threadXml(row: PostRow, number: number, { siteUrl }: ExportRun) {
  const link = siteUrl + paths.post(row.slug);
  return `<thread dsq:id="${number}"><id>${escapeXml(row.feedId)}</id><forum>${FORUM}</forum><category dsq:id="1"/><link>${escapeXml(link)}</link><title>${escapeXml(titleOf(row))}</title><message/><createdAt>${second(row.publishAt ?? row.createdAt)}</createdAt><author><name/><isAnonymous>true</isAnonymous></author><isClosed>${row.commentsMode !== 'open'}</isClosed><isDeleted>false</isDeleted></thread>\n`;
}

type Around = { thread: number; post: PostKey };

class Writing {
  readonly #run: ExportRun;
  readonly leftOut = new LeftOut();
  #count = 0;
  /** The numbers of comments by what they are called, of one thread. */
  #numbers = new Map<string, number>();
  #thread = 0;

  constructor(run: ExportRun) {
    this.#run = run;
  }

  write(comment: ThreadComment, { thread, post }: Around) {
    if (thread !== this.#thread) this.#numbers = new Map();
    this.#thread = thread;
    const { key, parentKey, status, type, leadsToSeen } = comment;
    if (type !== 'comment') return this.#leave('mentions on other sites');
    const isShown = status === 'approved';
    if (!isShown && status !== 'deleted') this.#leave(status);
    if (!isShown && !leadsToSeen) return '';
    this.#count += 1;
    this.#numbers.set(key, this.#count);
    if (isShown) this.#run.count('comments');
    const parent = this.#numbers.get(parentKey ?? '');
    return `<post dsq:id="${this.#count}"><id/>${isShown ? this.#words(comment, post) : `<message>${cdata('<p>[removed]</p>')}</message>`}<createdAt>${second(comment.createdAt)}</createdAt><isDeleted>${!isShown}</isDeleted><isSpam>false</isSpam>${this.#author(comment, isShown)}<ipAddress>127.0.0.1</ipAddress><thread dsq:id="${thread}"/>${parent ? `<parent dsq:id="${parent}"/>` : ''}</post>\n`;
  }

  #leave(what: string) {
    this.leftOut.add(what);
    return '';
  }

  #words({ bodyHtml }: ThreadComment, { slug }: PostKey) {
    return `<message>${cdata(htmlForFeeds(bodyHtml, this.#run.siteUrl + paths.post(slug)))}</message>`;
  }

  /** Isso has read the e-mail address and the address in the network of every comment, empty or not. */
  #author(comment: ThreadComment, isShown: boolean) {
    if (!isShown) return '<author><email/><name>Anonymous</name><isAnonymous>true</isAnonymous></author>';
    const { author } = comment;
    const name = `<name>${escapeXml(nameOfCommenter(comment))}</name>`;
    if (!author || author.deletedAt !== null) return `<author><email/>${name}<isAnonymous>true</isAnonymous></author>`;
    const email = this.#run.withEmails && author.email ? `<email>${escapeXml(author.email)}</email>` : '<email/>';
    return `<author>${email}${name}<isAnonymous>false</isAnonymous><username>${escapeXml(author.slug)}</username></author>`;
  }
}

function second(date: Date) {
  return `${date.toISOString().slice(0, 19)}Z`;
}
