import 'server-only';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { translatorOf } from '@/lib/i18n/translator';
import { fetchFile, uploadsFolder } from '@/lib/media/storage';
import { AppError } from '@/lib/platform/errors';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { listRedirects } from '../archive/lists';
import type { ExportRun } from '../export-format';
import { readPublished } from '../published';
import { fileOf, relativeTo } from './addresses';
import { copyPage, copyStyles, type PageContext } from './pages';
import { lineOfRedirect, pageOfRedirect } from './redirects';
import { SearchIndex } from './search-index';
import { searchPage } from './search-page';

export type Rendered = { status: number; type: string; body: Buffer };

/** The pages of the site, as everybody sees them. */
export type Pages = { render: (address: string) => Promise<Rendered>; isPublic: (address: string) => boolean };

/** Takes the files of the copy, one after the other. */
export type Files = { add: (name: string, content: string | AsyncIterable<Uint8Array>) => Promise<unknown> };

const buildFolder = '.next/static';
const first = ['/', '/archive', '/feed.xml', '/rss.xml', '/feed.json', '/sitemap.xml', '/robots.txt'];
const MAX_SUMMARY = 160;

/**
 * Writes the public site as files that open from a folder and from any host: each page as it is rendered, found from the
 * posts and from page to page. Holds the addresses, one page and one part of the index at a time.
 */
export async function writeStaticCopy(run: ExportRun, pages: Pages, files: Files): Promise<void> {
  const settings = await getSettings(run.tx);
  if (settings.visibility !== 'everyone' || settings.maintenance)
    throw new AppError(
      'conflict',
      'Only a site that everyone can see can be copied. Change that under Settings, Visibility.',
    );
  const t = translatorOf(settings.language);
  const closed = {
    sentence: t('thread.closed'),
    heading: (count: string) => t('thread.closedHeading', { count: Number(count.replace(/\D/g, '')) || 0 }),
  };
  const work = new CopyWriting(run, { pages, files, closed });
  await work.writeIndex();
  for (const address of first) work.find(address);
  await work.writePages();
  await work.writeSearch(settings.language);
  await work.writeRedirects();
}

type Tools = { pages: Pages; files: Files; closed: PageContext['closed'] };

class CopyWriting {
  readonly #run: ExportRun;
  readonly #tools: Tools;
  readonly #index = new SearchIndex();
  readonly #seen = new Set<string>();
  readonly #written = new Set<string>();
  #waiting: string[] = [];

  constructor(run: ExportRun, tools: Tools) {
    this.#run = run;
    this.#tools = tools;
  }

  find(address: string) {
    if (this.#seen.has(address)) return;
    this.#seen.add(address);
    this.#waiting.push(address);
  }

  /** Every post is found, even if no page leads to it. */
  async writeIndex() {
    for await (const row of readPublished(this.#run)) {
      const address = paths.post(row.slug);
      this.find(address);
      const day = (row.publishAt ?? row.createdAt).toISOString().slice(0, 10);
      const summary = (row.excerpt || row.subtitle || row.bodyText).replace(/\s+/g, ' ').trim().slice(0, MAX_SUMMARY);
      const text = `${row.subtitle} ${row.tags.map(({ tag }) => tag.name).join(' ')} ${row.bodyText}`;
      const entry = {
        address: relativeTo('search/index.html', fileOf(address)),
        title: titleOf(row),
        summary,
        day,
        text,
      };
      await this.#addPart(this.#index.add(entry));
    }
    await this.#addPart(this.#index.flush());
  }

  async writePages() {
    while (this.#waiting.length > 0) {
      const wave = this.#waiting;
      this.#waiting = [];
      for (const address of wave) await this.#write(address);
    }
  }

  async writeSearch(language: string) {
    const { body } = await this.#tools.pages.render(paths.search());
    const page = this.#copied(paths.search(), body.toString('utf8'));
    await this.#add('search/index.html', searchPage(page, { parts: this.#index.parts, language }));
    await this.#add('search/search.js', await readFile(new URL('./search-client.js', import.meta.url), 'utf8'));
    await this.writePages();
  }

  async writeRedirects() {
    const lines: string[] = [];
    for (const redirect of await listRedirects(this.#run.tx)) {
      const line = lineOfRedirect(redirect);
      if (line) lines.push(line);
      const page = pageOfRedirect(redirect, this.#run.siteUrl);
      if (page && (await this.#add(page.name, page.html))) this.#run.count('redirects');
    }
    if (lines.length > 0) await this.#add('_redirects', `${lines.join('\n')}\n`);
  }

  async #write(address: string) {
    if (address.startsWith('/uploads/')) return this.#addUpload(address);
    if (address.startsWith('/_next/static/')) return this.#addAsset(address);
    if (!this.#tools.pages.isPublic(address)) return;
    const { status, type, body } = await this.#tools.pages.render(address);
    if (status !== 200) return;
    if (type.startsWith('text/html')) {
      if (await this.#add(fileOf(address), this.#copied(address, body.toString('utf8')))) this.#run.count('pages');
    } else if (type.startsWith('text/css')) await this.#addStyles(address, body.toString('utf8'));
    else await this.#add(fileOf(address), once(body));
    // Its parts, which no page leads to.
    if (address === '/sitemap.xml') {
      for (const [, part = ''] of body.toString('utf8').matchAll(/<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g))
        this.find(part);
    }
  }

  #copied(page: string, html: string) {
    const { siteUrl } = this.#run;
    const { isPublic } = this.#tools.pages;
    const copied = copyPage(html, { siteUrl, page, isPublic, closed: this.#tools.closed });
    for (const address of copied.found) this.find(address);
    return copied.html;
  }

  async #addAsset(address: string) {
    const path = decodeURIComponent(address.slice('/_next/static/'.length));
    const file = join(process.cwd(), buildFolder, path);
    if (path.includes('..') || path.endsWith('.js') || !existsSync(file)) return;
    if (path.endsWith('.css')) await this.#addStyles(address, await readFile(file, 'utf8'));
    else await this.#add(fileOf(address), createReadStream(file));
  }

  async #addStyles(address: string, css: string) {
    const { text, found } = copyStyles(css, { siteUrl: this.#run.siteUrl, page: address });
    for (const each of found) this.find(each);
    await this.#add(fileOf(address), text);
  }

  async #addUpload(address: string) {
    const path = decodeURIComponent(address.slice('/uploads/'.length));
    const file = join(uploadsFolder(), path);
    if (path.includes('..')) return;
    if (existsSync(file) || (await fetchFile(path))) {
      if (await this.#add(fileOf(address), createReadStream(file))) this.#run.count('files');
    } else this.#run.note(`The file uploads/${path} is missing on this site, and so in the copy.`);
  }

  async #addPart(part: { name: string; text: string } | null) {
    if (part) await this.#add(part.name, part.text);
  }

  /** What has a name already stays. */
  async #add(name: string, content: string | AsyncIterable<Uint8Array>) {
    if (this.#written.has(name)) return false;
    this.#written.add(name);
    await this.#tools.files.add(name, content);
    return true;
  }
}

async function* once(bytes: Buffer) {
  yield bytes;
}
