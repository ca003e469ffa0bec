import 'server-only';
import { parse } from 'yaml';
import { AppError } from '@/lib/platform/errors';
import { readRedirectTable } from '@/lib/redirects/redirect-table';
import { paths } from '@/lib/web/paths';
import type { AuthorDraft, CommentDraft, LegacyUrl, Problem, TagDraft } from '../../drafts';
import { sourceWith } from '../../defaults';
import type { ExportFile, ImportItem, ImportSource, ImportTarget, OpenRequest } from '../../importer';
import { CommentList } from '../../reading/comment-list';
import { faultOfParent } from '../../reading/page-parents';
import type { ScratchLists, ScratchMap } from '../../reading/scratch';
import { checkArchive, type CheckedArchive } from './checked-archive';
import { commentOf } from './comments';
import {
  bodyOf,
  commentLine,
  frontMatter,
  listNames,
  mediaLine,
  menusFile,
  menusName,
  redirectsName,
  seriesLine,
  settingsFile,
  settingsName,
  tagLine,
  userLine,
  type CommentLine,
} from './format';
import { ArchiveLibrary } from './library';
import { readLines } from './lines';
import { draftOf } from './posts';
import { takeSeries } from './series';
import { settleSite } from './settling';

/** What stands before a text. */
const fields = /^---\n([\s\S]*?\n)---\n/;

type PostPlace = { name: string; slug: string; title: string; isHidden: boolean; parent: string | null };

/** What the first reading leaves for the second. */
type Reading = {
  archive: CheckedArchive;
  /** By the id in feeds. */
  posts: ScratchMap<PostPlace>;
  /** The id by the slug. */
  ids: ScratchMap<string>;
  comments: ScratchLists<CommentLine>;
  spare: ScratchLists<CommentDraft>;
  authors: AuthorDraft[];
  tags: TagDraft[];
  notes: Problem[];
  failed: Problem[];
  library: ArchiveLibrary;
};

/** Reads a site archive whose files are all as its manifest says. */
export async function openArchive(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const { scratch, uploads = null } = request;
  const archive = await checkArchive(files, uploads);
  const reading: Reading = {
    archive,
    posts: scratch.map(),
    ids: scratch.map(),
    comments: scratch.lists(),
    spare: scratch.lists(),
    authors: [],
    tags: [],
    notes: [],
    failed: [],
    library: new ArchiveLibrary(),
  };
  const writers = await readPosts(reading);
  await readLists(reading, writers);
  const { values } = await archive.json(settingsName, settingsFile);
  const menus = await archive.json(menusName, menusFile);
  const redirects = await readRedirects(reading);
  const { posts, ids, library } = reading;
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return sourceWith({
    site: {
      baseUrl: text('feedIdentity'),
      title: text('siteName'),
      tagline: text('tagline'),
      timeZone: text('timeZone'),
    },
    total: posts.size,
    authors: reading.authors,
    tags: reading.tags,
    posts: function* () {
      for (const [sourceId, { slug, title, isHidden }] of posts)
        yield { sourceId, title, slug, link: paths.post(slug), isHidden, hasWholeSlug: true };
    },
    parents: function* () {
      for (const [sourceId, { parent }] of posts) if (parent !== null) yield [sourceId, parent];
    },
    files: {
      imageNames: () => [],
      fileName: (address) => /^\/uploads\/(files\/.+)$/.exec(address)?.[1] ?? null,
      pathOf: () => null,
    },
    links: {
      pathOf: (address) => (address.startsWith('/') ? address : null),
      postAt: (address) => ids.get(slugAt(address)) ?? null,
      within: (path) => path,
      months: new Set(),
      lists: () => [],
    },
    notes: reading.notes,
    leftOut: [...reading.failed, ...archive.strays],
    items: (target) => readItems(reading, target),
    legacyUrls: () => redirects,
    takeLibrary: async (target) => {
      for await (const line of readLines(archive, listNames.series, { form: seriesLine, failed: [] }))
        await takeSeries(line, target);
      for await (const line of readLines(archive, listNames.media, { form: mediaLine, failed: [] }))
        await library.take(line, target);
    },
    settle: (target) => settleSite({ values, menus, library, sourceIdOf: (slug) => ids.get(slug) ?? '' }, target),
  });
}

function slugAt(address: string) {
  try {
    return decodeURIComponent(address.replace(/^\//, ''));
  } catch {
    return '';
  }
}

/** Reads what stands before the texts. Returns the slugs of those who wrote. */
async function readPosts({ archive, posts, ids, notes, failed }: Reading) {
  const writers = new Set<string>();
  const parents = new Map<string, string>();
  for (const name of archive.names) {
    if (!/^(?:posts|pages)\/.+\.md$/.test(name)) continue;
    const front = frontOf(await archive.text(name));
    if (typeof front === 'string') {
      failed.push({ where: name, why: front });
      continue;
    }
    for (const author of front.authors) writers.add(author);
    const { id, slug, status, parent } = front;
    ids.set(slug, id);
    if (parent !== null) parents.set(id, parent);
    const title = typeof front.title === 'string' ? front.title : '';
    posts.set(id, { name, slug, title, isHidden: status !== 'published', parent: null });
  }
  const parentOf = (id: string) => ids.get(parents.get(id) ?? '') ?? '';
  for (const [id, parent] of parents) {
    const [place, parentId] = [posts.get(id), ids.get(parent)];
    const fault = parentId === undefined ? missingParent(parent) : faultOfParent(id, parentId, parentOf);
    if (place && fault !== null) notes.push({ where: place.name, why: fault });
    else if (place && parentId !== undefined) posts.set(id, { ...place, parent: parentId });
  }
  return writers;
}

function missingParent(slug: string) {
  return `Its parent page ${slug.slice(0, 100)} is not in the archive.`;
}

function frontOf(markdown: string) {
  const front = fields.exec(markdown)?.[1];
  if (front === undefined) return 'There are no fields before its text.';
  try {
    const read = frontMatter.safeParse(parse(front, { maxAliasCount: 0 }));
    if (read.success) return read.data;
    return `Its field ${read.error.issues[0]?.path.join('.') ?? ''} does not have the expected form.`;
  } catch {
    return 'The fields before its text cannot be read.';
  }
}

async function readLists({ archive, authors, tags, comments, failed }: Reading, writers: ReadonlySet<string>) {
  for await (const { slug, name, email, created, ...user } of readLines(archive, listNames.users, {
    form: userLine,
    failed,
  })) {
    const role = writers.has(slug) ? ('author' as const) : ('reader' as const);
    authors.push({ key: slug, name, email, own: { ...user, role, createdAt: created } });
  }
  for await (const { slug, name, description } of readLines(archive, listNames.tags, { form: tagLine, failed }))
    tags.push({ key: slug, kind: 'tag', slug, name, description });
  for await (const line of readLines(archive, listNames.comments, { form: commentLine, failed }))
    comments.add(line.post, line);
}

async function readRedirects({ archive, ids, tags, failed }: Reading): Promise<LegacyUrl[]> {
  const { drafts, problems } = readRedirectTable(await archive.text(redirectsName));
  for (const { line, problem } of problems) failed.push({ where: `${redirectsName}, line ${line}`, why: problem });
  const tagPaths = new Map(tags.map(({ key, slug }) => [paths.tag(slug), key]));
  return drafts.map(({ draft: { from, to, status, kind } }) => {
    const [post, tag] = [ids.get(slugAt(to)), tagPaths.get(to)];
    const target = post !== undefined ? { post } : tag !== undefined ? { tag } : { path: to };
    return { from, to: target, status, kind };
  });
}

async function* readItems(reading: Reading, target: ImportTarget): AsyncGenerator<ImportItem> {
  let done = 0;
  for (const [sourceId, place] of reading.posts) {
    done += 1;
    const comments = new CommentList(reading.spare, sourceId);
    const read = await readOrReport(reading, { place, comments }, target);
    if (read) yield { ...read, done };
    else comments.clear();
  }
}

type Item = { place: PostPlace; comments: CommentList };

// A post that cannot be stored does not stop the others.
async function readOrReport(reading: Reading, { place, comments }: Item, target: ImportTarget) {
  const { archive, library } = reading;
  try {
    const markdown = await archive.text(place.name);
    const front = frontOf(markdown);
    const html = bodyOf(await archive.text(place.name.replace(/\.md$/, '.html')));
    if (typeof front === 'string' || html === null) throw new AppError('invalid', 'Its text is not in the archive.');
    for (const line of reading.comments.each(place.slug)) comments.add(commentOf(line));
    const files =
      [html, ...front.enclosures.map(({ url }) => url)].join(' ').match(/\/uploads\/files\/[\w./-]+/g) ?? [];
    await target.takeFiles(files);
    const type = place.name.startsWith('pages/') ? 'page' : 'post';
    const post = draftOf({ type, front: { ...front, parent: place.parent }, html, comments }, { library, target });
    return { post, original: markdown.replace(fields, '').trimStart() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    target.onFailed({ where: place.name, why: error.message });
    return null;
  }
}
