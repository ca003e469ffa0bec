import 'server-only';
import { getSettings } from '@/lib/settings/queries';
import { listMedia, listTags, listWriters } from '../archive/lists';
import type { ExportRun } from '../export-format';
import { listPosts, readPosts } from '../reading-posts';
import { withThreads } from '../reading-threads';
import { commentXml } from './comments';
import { plain, quoted } from './elements';
import { attachmentXml, itemEnd, postXml } from './items';

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file: Tools → Import → WordPress reads it. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
`;

/** Posts, pages, tags, authors, images and comments as WXR 1.2, in the order in which WordPress writes them. */
export async function* writeWxr(run: ExportRun): AsyncGenerator<string> {
  const { tx, siteUrl } = run;
  const settings = await getSettings(tx);
  const { timeZone } = settings;
  const media = await listMedia(tx);
  const posts = await listPosts(tx);
  const attachments = new Map(media.map(({ id }, at) => [id, at + 1]));
  const authors = await listAuthors(run);
  const numbers = {
    timeZone,
    attachments,
    loginOf: (slug: string) => loginOf(slug, authors.numbers),
    posts: new Map(posts.map(({ slug }, at) => [slug, media.length + at + 1])),
  };
  yield head;
  yield [
    plain('title', settings.siteName),
    plain('link', siteUrl),
    plain('description', settings.tagline),
    plain('language', settings.language),
    plain('wp:wxr_version', '1.2'),
    plain('wp:base_site_url', siteUrl),
    plain('wp:base_blog_url', siteUrl),
  ]
    .map((line) => `\t${line}\n`)
    .join('');
  yield authors.xml;
  yield await tagsXml(run, media.length + posts.length);
  yield `\t<generator>https://wordpress.org/?v=6.8</generator>\n`;
  for (const [at, one] of media.entries()) {
    yield attachmentXml(one, at + 1, { timeZone, siteUrl });
    run.count('images');
  }
  const commentNumbers = new CommentNumbers();
  for await (const rows of readPosts(tx, posts)) {
    for await (const { post: row, threads } of withThreads(tx, rows)) {
      yield postXml(row, numbers, run);
      run.count(row.type === 'page' ? 'pages' : 'posts');
      commentNumbers.begin();
      for await (const comments of threads) {
        for (const comment of comments) {
          const number = { timeZone, withEmails: run.withEmails, numberOf: (key: string) => commentNumbers.of(key) };
          const xml = commentXml(comment, { ...number, authorNumber: (slug) => authors.numbers.get(slug) ?? 0 });
          if (xml) run.count('comments');
          if (xml) yield xml;
        }
      }
      yield itemEnd;
    }
  }
  yield '</channel>\n</rss>\n';
}

/** Only who wrote posts: the importer of WordPress asks for an account for each. */
async function listAuthors({ tx, withEmails }: ExportRun) {
  const users = (await listWriters(tx)).filter(({ isAuthor }) => isAuthor);
  const numbers = new Map(users.map(({ slug }, at) => [slug, at + 1]));
  const lines = users.map(({ slug, name, email }, at) => {
    const parts = [
      plain('wp:author_id', at + 1),
      quoted('wp:author_login', loginOf(slug, numbers)),
      quoted('wp:author_email', withEmails ? (email ?? '') : ''),
      quoted('wp:author_display_name', name),
      quoted('wp:author_first_name', ''),
      quoted('wp:author_last_name', ''),
    ];
    return `\t<wp:author>${parts.join('')}</wp:author>\n`;
  });
  return { xml: lines.join(''), numbers };
}

/** WordPress takes other letters out of a login, so that all authors whose names have no others would be one. */
function loginOf(slug: string, numbers: ReadonlyMap<string, number>) {
  return /^[a-z0-9][a-z0-9._-]{0,49}$/.test(slug) ? slug : `author-${numbers.get(slug) ?? 0}`;
}

async function tagsXml({ tx, count }: ExportRun, numbersBefore: number) {
  const tags = await listTags(tx);
  count('tags', tags.length);
  return tags
    .map(({ slug, name, description }, at) => {
      const words = description ? quoted('wp:tag_description', description) : '';
      return `\t<wp:tag><wp:term_id>${numbersBefore + at + 1}</wp:term_id>${quoted('wp:tag_slug', slug)}${quoted('wp:tag_name', name)}${words}</wp:tag>\n`;
    })
    .join('');
}

/** Numbers comments through all posts; of one post at a time it knows which. */
class CommentNumbers {
  #numbers = new Map<string, number>();
  #count = 0;

  begin() {
    this.#numbers = new Map();
  }

  of(key: string) {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#numbers.set(key, this.#count);
    return this.#count;
  }
}
