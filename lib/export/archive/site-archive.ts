import 'server-only';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  headName,
  listNames,
  manifestName,
  mediaFolder,
  menusName,
  redirectsName,
  SCHEMA_VERSION,
  settingsName,
} from '@/lib/import/importers/masthead/format';
import { slicesOf } from '@/lib/database/slices';
import { fetchFile, uploadsFolder } from '@/lib/media/storage';
import { filesIn } from '@/lib/posts/linked-files';
import { redirectColumns } from '@/lib/redirects/redirect-table';
import { writeRows } from '@/lib/statistics/csv';
import type { ExportRun } from '../export-format';
import { compare, listPosts, readPosts, type PostKey } from '../reading-posts';
import { readThreads } from '../reading-threads';
import { Spool } from '../spool';
import { ZipWriter } from '../zip';
import { commentLineOf } from './comment-lines';
import { listMedia, listRedirects, listSeries, listTags, listWriters } from './lists';
import { entriesOf } from './post-entries';
import { menusOf, settingsOf } from './site-files';

/** Everything that makes the site, to read and to move: the same site makes the same bytes wherever it runs. */
export async function* writeSiteArchive(run: ExportRun): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  const writing = new ArchiveWriting(zip, run);
  const work = writing
    .write()
    .then(() => zip.end())
    .catch((error: unknown) => void zip.stream.destroy(error instanceof Error ? error : new Error(String(error))))
    .finally(() => writing.close());
  yield* zip.stream as AsyncIterable<Uint8Array>;
  await work;
}

type Media = Awaited<ReturnType<typeof listMedia>>;

class ArchiveWriting {
  readonly #zip: ZipWriter;
  readonly #run: ExportRun;
  readonly #counts: Record<string, number> = {};
  readonly #downloads = new Set<string>();
  /** A line of the manifest for each file. */
  readonly #sums = new Spool();
  #isFirst = true;

  constructor(zip: ZipWriter, run: ExportRun) {
    this.#zip = zip;
    this.#run = run;
  }

  async write() {
    const { tx } = this.#run;
    const posts = await listPosts(tx);
    const media = await listMedia(tx);
    const keys = new Map(media.map(({ id, key }) => [id, key]));
    const imageKey = (id: string) => keys.get(id);
    await this.#add(headName, json({ masthead: 'site archive', schema: SCHEMA_VERSION }));
    await this.#addPosts(posts, imageKey);
    await this.#add(listNames.comments, bytesOf(this.#comments(posts)));
    const tags = await listTags(tx);
    await this.#addPeopleAndTags(tags);
    await this.#addSeries();
    await this.#addMedia(media);
    await this.#addRedirects();
    const slugs = {
      posts: new Map(posts.map(({ id, slug }) => [id, slug])),
      tags: new Map(tags.map(({ id, slug }) => [id, slug])),
    };
    await this.#add(menusName, json(await menusOf(tx, slugs)));
    await this.#add(settingsName, json(await settingsOf(tx, imageKey)));
    await this.#zip.add(manifestName, this.#manifest());
  }

  close() {
    this.#sums.close();
  }

  async #add(name: string, content: string | AsyncIterable<Uint8Array>) {
    const sum = await this.#zip.add(name, content);
    this.#sums.add(Buffer.from(`${this.#isFirst ? '' : ','}\n    ${JSON.stringify(name)}: ${JSON.stringify(sum)}`));
    this.#isFirst = false;
  }

  /** As JSON would be, but never whole: it names every file. */
  async *#manifest() {
    const end = '{}\n}\n';
    const head = json({ schema: SCHEMA_VERSION, counts: this.#counts, files: {} });
    yield Buffer.from(`${head.slice(0, -end.length)}{`);
    for (const lines of this.#sums.read()) yield lines;
    yield Buffer.from('\n  }\n}\n');
  }

  #count(kind: string, by = 1) {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + by;
    this.#run.count(kind, by);
  }

  async #addPosts(posts: readonly PostKey[], imageKey: (id: string) => string | undefined) {
    for await (const rows of readPosts(this.#run.tx, posts)) {
      for (const row of rows) {
        for (const [name, text] of entriesOf(row, { imageKey })) await this.#add(name, text);
        this.#noteDownloads(`${row.bodyHtml} ${row.enclosures ?? ''}`);
        this.#count(row.type === 'page' ? 'pages' : 'posts');
      }
    }
  }

  async *#comments(posts: readonly PostKey[]) {
    for await (const { post, comments } of readThreads(this.#run.tx, posts)) {
      for (const comment of comments) this.#noteDownloads(comment.body);
      this.#count('comments', comments.length);
      yield comments.map((comment) => line(commentLineOf(post, comment))).join('');
    }
  }

  #noteDownloads(html: string) {
    for (const path of filesIn(html)) this.#downloads.add(path);
  }

  async #addPeopleAndTags(tags: Awaited<ReturnType<typeof listTags>>) {
    const { tx, withEmails } = this.#run;
    const users = await listWriters(tx);
    const lines = users.map(({ slug, name, bio, website, hasProfile, createdAt, email }) =>
      line({
        slug,
        name,
        bio,
        website,
        ...(hasProfile ? {} : { hasProfile }),
        created: createdAt.toISOString(),
        ...(withEmails && email ? { email } : {}),
      }),
    );
    await this.#add(listNames.users, lines.join(''));
    this.#count('users', users.length);
    await this.#add(
      listNames.tags,
      tags.map(({ slug, name, description }) => line({ slug, name, description })).join(''),
    );
    this.#count('tags', tags.length);
  }

  async #addSeries() {
    const series = await listSeries(this.#run.tx);
    const lines = series.map(({ slug, title, description }) => line({ slug, title, description }));
    await this.#add(listNames.series, lines.join(''));
    this.#count('series', series.length);
  }

  async #addMedia(media: Media) {
    await this.#add(listNames.media, media.map(mediaLineOf).join(''));
    this.#count('images', media.length);
    for (const { variants, original } of media) {
      const paths = [...variants, ...(original?.variants ?? [])].map(({ path }) => path);
      for (const path of [...new Set(paths)].sort(compare)) await this.#addFile(path);
    }
    for (const path of [...this.#downloads].sort(compare)) if (await this.#addFile(path)) this.#count('files');
  }

  async #addFile(path: string) {
    const file = join(uploadsFolder(), path);
    if (existsSync(file) || (await fetchFile(path))) {
      await this.#add(`${mediaFolder}${path}`, createReadStream(file));
      return true;
    }
    this.#run.note(`The file uploads/${path} is missing on this site, and so in the archive.`);
    return false;
  }

  async #addRedirects() {
    const redirects = await listRedirects(this.#run.tx);
    await this.#add(redirectsName, tableOf(redirects));
    this.#count('redirects', redirects.length);
  }
}

function mediaLineOf({ original, createdAt, ...row }: Media[number]) {
  const { id: _, ...columns } = row;
  return line({ ...columns, ...(original ? { original } : {}), created: createdAt.toISOString() });
}

function json(value: unknown) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function line(value: unknown) {
  return `${JSON.stringify(value)}\n`;
}

async function* tableOf(redirects: Awaited<ReturnType<typeof listRedirects>>) {
  yield Buffer.from(writeRows([redirectColumns]));
  for (const some of slicesOf(redirects))
    yield Buffer.from(writeRows(some.map(({ from, to, status, kind }) => [from, to, String(status), kind])));
}

async function* bytesOf(texts: AsyncIterable<string>) {
  for await (const text of texts) yield Buffer.from(text, 'utf8');
}
