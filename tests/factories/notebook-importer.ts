import { readFile } from 'node:fs/promises';
import type { CommentDraft, PostDraft } from '@/lib/import/drafts';
import type { Importer, ImportItem, ImportSource, ImportTarget } from '@/lib/import/importer';
import { adoptHtml } from '@/lib/import/reading/adopt-html';
import { oldPath } from '@/lib/import/reading/addresses';
import { CommentList } from '@/lib/import/reading/comment-list';
import type { Scratch } from '@/lib/import/reading/scratch';

type Remark = { id: string; parent?: string; by: string; text: string };
type Entry = { id: string; url: string; title: string; html: string; tags?: string[]; remarks?: Remark[] };
export type Notebook = {
  notebook: 1;
  url: string;
  title: string;
  pictures: string[];
  entries: Entry[];
  /** Comments on pages that are not in the notebook. */
  threads?: { id: string; url: string; remarks: Remark[] }[];
};

const published = new Date('2015-03-04T10:00:00Z');

/** An importer of an invented format: one JSON file with images beside it in a zip. */
export const notebookImporter: Importer = {
  id: 'notebook',
  label: 'Notebook',
  words: {
    export: 'Notebook export',
    wanted: 'the JSON file of a notebook',
    command: { description: 'notebooks', files: 'a notebook', mediaDir: 'a folder of pictures' },
    form: { file: 'A notebook.', media: 'Its pictures.', start: 'Choose a notebook.' },
  },
  options: [],
  files: {
    accept: '.json,.zip',
    recognise: ({ bytes }) => Buffer.from(bytes).toString('utf8').startsWith('{"notebook":1,'),
    placeOf: (name) => (name.endsWith('.json') ? { as: 'export' } : { as: 'file', name }),
    mediaFolders: ['pictures'],
    wholeOf: (name) => name,
  },
  open: async ([file], { scratch }) => {
    const text = await readFile(file?.path ?? '', 'utf8');
    return sourceOf(JSON.parse(text) as Notebook, scratch);
  },
};

function sourceOf(notebook: Notebook, scratch: Scratch): ImportSource {
  const { url: baseUrl, title, entries, pictures } = notebook;
  const pathOf = (address: string) => oldPath(address, baseUrl);
  const fileName = (address: string) => /^\/(pictures\/[\w-]+\.\w+)$/.exec(pathOf(address) ?? '')?.[1] ?? null;
  const files = pictures.map((url) => ({ url: `${baseUrl}${url}`, alt: '', caption: '' }));
  const tags = new Set(entries.flatMap((entry) => entry.tags ?? []));
  return {
    site: { baseUrl, title, tagline: '', offsetMinutes: 0, clock: [] },
    total: entries.length,
    authors: [{ key: 'me', name: 'Ola Keeper', email: '' }],
    tags: [...tags].map((name) => ({ key: name, kind: 'label', slug: name, name, description: '' })),
    posts: () =>
      entries.map(({ id, url, title: name }) => ({
        sourceId: id,
        title: name,
        slug: name,
        link: url,
        isHidden: false,
      })),
    parents: () => [],
    attachments: { size: files.length, values: () => files },
    files: { imageNames: (address) => [fileName(address)].filter((name) => name !== null), fileName, pathOf },
    links: {
      pathOf,
      postAt: (address) => entries.find(({ url }) => pathOf(url) === pathOf(address))?.id ?? null,
      within: (path) => path,
      months: new Set(),
      lists: () => [],
    },
    notes: [],
    leftOut: [{ where: 'the notebook', why: 'Its drawings were not imported.' }],
    remarks: [],
    items: (target) => itemsOf(notebook, target, scratch),
    legacyUrls: () => [{ from: '/all-entries', to: { path: '/archive' } }],
  };
}

async function* itemsOf(
  { entries, threads = [], url }: Notebook,
  target: ImportTarget,
  scratch: Scratch,
): AsyncGenerator<ImportItem> {
  const spare = scratch.lists<CommentDraft>();
  for (const [at, entry] of entries.entries()) {
    const comments = commentsOf(entry.remarks ?? [], new CommentList(spare, entry.id));
    yield { post: postOf(entry, { url, target, comments }), done: at + 1 };
  }
  for (const { id, url: address, remarks } of threads) {
    const comments = commentsOf(remarks, new CommentList(spare, id));
    yield { thread: { sourceId: id, where: `thread ${id}`, createdAt: null, address, comments }, done: entries.length };
  }
}

function commentsOf(remarks: readonly Remark[], list: CommentList) {
  for (const { id, parent = null, by, text } of remarks)
    list.add({
      sourceId: id,
      parentSourceId: parent,
      type: 'comment',
      status: 'approved',
      authorName: by,
      authorUrl: '',
      authorKey: null,
      html: text,
      createdAt: published,
    });
  return list;
}

type Around = { url: string; target: ImportTarget; comments: CommentList };

function postOf({ id, title, html, tags = [], url }: Entry, { url: site, target, comments }: Around): PostDraft {
  const body = adoptHtml(html, {
    imageAt: (address) => target.imageAt(address)?.url ?? null,
    fileAt: target.fileAt,
    pageAt: target.pageAt,
    absolute: (address) => URL.parse(address, `${site}/`)?.href ?? address,
    onLeftElsewhere: (address) => target.onNote({ where: `entry ${id}`, why: `Left elsewhere: ${address}` }),
  });
  return {
    sourceId: id,
    where: `entry ${id}`,
    type: 'post',
    status: 'published',
    statusBeforeTrash: '',
    title,
    slug: title,
    excerpt: '',
    body,
    publishAt: published,
    createdAt: published,
    changedAt: published,
    isPinned: false,
    commentsMode: 'open',
    authorKeys: ['me'],
    tagKeys: tags,
    parentSourceId: null,
    menuOrder: 0,
    cover: null,
    seoTitle: '',
    seoDescription: '',
    canonicalUrl: '',
    isNoindex: false,
    feedId: url,
    enclosures: [],
    oldPaths: [new URL(url).pathname],
    comments,
  };
}
