import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runMirror } from '@/lib/import/importers/wordpress/mirror/mirroring';
import type { MirrorInput } from '@/lib/import/mirrors';

export type LivePost = {
  id: number;
  slug: string;
  title?: string;
  html?: string;
  modified?: string;
  date?: string;
  author?: number;
  categories?: number[];
  tags?: number[];
  parent?: number;
  isLocked?: boolean;
  cover?: number;
};
export type LiveComment = {
  id: number;
  post: number;
  html?: string;
  parent?: number;
  date?: string;
  name?: string;
  author?: number;
};

/** A server that answers as a public WordPress does, with the posts and comments of the moment. */
export class LiveWordPress {
  posts: LivePost[] = [];
  pages: LivePost[] = [];
  comments: LiveComment[] = [];
  /** Of plug-ins, by their type; a type "recipe" is at "recipes". */
  others: Record<string, LivePost[]> = {};
  media: { id: number; file: string; alt: string }[] = [];
  asked: string[] = [];
  /** Takes a request over; false leaves it to WordPress. */
  answers: (url: URL, response: ServerResponse) => boolean = () => false;
  home = '';
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', this.home);
    this.asked.push(`${url.pathname}${url.search}`);
    if (!this.answers(url, response)) this.#answer(url, response);
  });

  async start() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.home = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  empty() {
    Object.assign(this, { posts: [], pages: [], comments: [], others: {}, media: [], asked: [], answers: () => false });
  }

  close() {
    this.#server.close();
  }

  linkOf({ slug }: { slug: string }) {
    return `${this.home}/2014/05/${slug}/`;
  }

  #answer(url: URL, response: ServerResponse) {
    const route = /^\/wp-json\/wp\/v2\/(\w+)$/.exec(url.pathname)?.[1];
    if (url.pathname === '/wp-json/') return json(response, this.#index());
    if (route === 'types') return json(response, this.#types());
    if (route) return this.#collection(route, url, response);
    const page = Number(url.searchParams.get('paged') ?? 1);
    if (url.pathname === '/feed/')
      return rss(
        response,
        paged(this.posts, page, 2).map((post) => this.#feedItem(post)),
      );
    if (url.pathname === '/comments/feed/')
      return rss(
        response,
        paged(this.comments, page, 2).map((comment) => this.#feedComment(comment)),
      );
    response.writeHead(404).end('<h1>Not here</h1>');
  }

  #index() {
    const { home } = this;
    return { name: 'The Live Harbour', description: 'Boats', url: home, home, namespaces: ['oembed/1.0', 'wp/v2'] };
  }

  #types() {
    const types = ['post', 'page', 'attachment', 'nav_menu_item', 'wp_block', ...Object.keys(this.others)];
    return Object.fromEntries(
      types.map((slug) => [slug, { slug, name: slug, rest_base: `${slug}s`, rest_namespace: 'wp/v2' }]),
    );
  }

  #collection(route: string, { searchParams }: URL, response: ServerResponse) {
    const included = searchParams.get('include')?.split(',').map(Number);
    const rows = this.#rows(route, searchParams).filter(({ id }) => !included || included.includes(Number(id)));
    const page = Number(searchParams.get('page') ?? 1);
    const size = Number(searchParams.get('per_page') ?? 10);
    const total = Math.ceil(rows.length / size);
    if (page > Math.max(total, 1)) return json(response, { code: 'rest_post_invalid_page_number' }, 400);
    response.setHeader('X-WP-Total', rows.length);
    response.setHeader('X-WP-TotalPages', total);
    json(response, paged(rows, page, size));
  }

  #rows(route: string, query: URLSearchParams): Record<string, unknown>[] {
    const since = (name: string) => query.get(name)?.replace('Z', '') ?? '';
    if (route === 'users') return [{ id: 7, slug: 'ola-keeper', name: 'Ola Keeper' }];
    if (route === 'categories')
      return [
        { id: 3, slug: 'boats', name: 'Boats', description: '', parent: 0 },
        { id: 4, slug: 'sloops', name: 'Sloops &amp; more', description: '', parent: 3 },
      ];
    if (route === 'tags') return [{ id: 5, slug: 'sea', name: 'Sea', description: '' }];
    if (route === 'posts')
      return this.posts
        .filter((post) => changeOf(post) > since('modified_after') && dateOf(post) > since('after'))
        .map((post) => this.#post(post));
    const own = this.others[route.replace(/s$/, '')];
    if (own) return own.map((post) => this.#post(post));
    if (route === 'pages') return this.pages.map((post) => this.#post(post));
    if (route === 'comments')
      return this.comments
        .filter(({ date = '2014-05-07T08:00:00' }) => date > since('after'))
        .map((one) => this.#comment(one));
    return this.media.map(({ id, file, alt }) => ({
      id,
      post: 0,
      source_url: `${this.home}/wp-content/uploads/${file}`,
      link: `${this.home}/${file}/`,
      slug: file,
      alt_text: alt,
      title: { rendered: file },
      caption: { rendered: '' },
      date_gmt: '2014-05-06T08:30:00',
    }));
  }

  #post(post: LivePost) {
    const { id, slug, title = `Entry ${id}`, html = `<p>Text of entry ${id}.</p>`, isLocked = false } = post;
    return {
      id,
      slug,
      link: this.linkOf(post),
      guid: { rendered: `${this.home}/?p=${id}` },
      title: { rendered: title },
      content: { rendered: isLocked ? '' : `\n${html}\n`, protected: isLocked },
      excerpt: { rendered: `<p>${html.replace(/<[^>]*>/g, '').slice(0, 20)} [&hellip;]</p>\n` },
      date: dateOf(post).replace('T08', 'T10'),
      date_gmt: dateOf(post),
      modified_gmt: changeOf(post),
      author: post.author ?? 7,
      categories: post.categories ?? [4],
      tags: post.tags ?? [],
      parent: post.parent ?? 0,
      menu_order: 0,
      comment_status: 'open',
      sticky: false,
      featured_media: post.cover ?? 0,
    };
  }

  #comment({ id, post, html = `<p>Comment ${id}.</p>`, parent = 0, date, name = 'A reader', author = 0 }: LiveComment) {
    const when = date ?? '2014-05-07T08:00:00';
    const who = { author, author_name: name, author_url: 'https://reader.example/' };
    return { id, post, parent, ...who, date: when, date_gmt: when, content: { rendered: html }, type: 'comment' };
  }

  #feedItem(post: LivePost) {
    const { id, title = `Entry ${id}`, html = `<p>Text of entry ${id}.</p>` } = post;
    return `<item><title>${title}</title><link>${this.linkOf(post)}</link><dc:creator><![CDATA[Ola Keeper]]></dc:creator>
<pubDate>${new Date(`${dateOf(post)}Z`).toUTCString()}</pubDate><category><![CDATA[Sloops &amp; more]]></category>
<guid isPermaLink="false">${this.home}/?p=${id}</guid><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  }

  #feedComment({ id, post, html = `<p>Comment ${id}.</p>`, parent, name = 'A reader' }: LiveComment) {
    const of = this.posts.find((one) => one.id === post);
    const link = of ? this.linkOf(of) : this.home;
    const answering = parent ? `<p>In reply to <a href="${link}#comment-${parent}">A reader</a>.</p>\n` : '';
    return `<item><title>By: ${name}</title><link>${link}#comment-${id}</link><dc:creator><![CDATA[${name}]]></dc:creator>
<pubDate>Wed, 07 May 2014 08:00:00 +0000</pubDate><guid isPermaLink="false">${link}#comment-${id}</guid>
<content:encoded><![CDATA[${answering}${html}]]></content:encoded></item>`;
  }
}

function dateOf({ date = '2014-05-06T08:30:00' }: LivePost) {
  return date;
}

function changeOf(post: LivePost) {
  return post.modified ?? dateOf(post);
}

function paged<T>(rows: readonly T[], page: number, size: number) {
  return rows.slice((page - 1) * size, page * size);
}

function json(response: ServerResponse, value: unknown, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(value));
}

function rss(response: ServerResponse, items: string[]) {
  if (items.length === 0) return void response.writeHead(404).end();
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Live Harbour</title><generator>https://wordpress.org/?v=6.8</generator>${items.join('')}</channel></rss>`,
  );
}

/** Pulls from such a server as the command does. */
export function mirrorLive(live: LiveWordPress, more: Partial<MirrorInput> = {}) {
  const mayDial = ({ address }: { address: string }) => address === '127.0.0.1';
  return runMirror('operator', { address: live.home, cutOver: false, dryRun: false, mayDial, ...more });
}
