import { readFile } from 'node:fs/promises';
import { draftWith, importerWith, sourceWith } from '@/lib/import/defaults';
import type { CommentDraft, PostDraft } from '@/lib/import/drafts';
import type { ImportItem, ImportSource, ImportTarget } from '@/lib/import/importer';
import { adoptHtml } from '@/lib/import/reading/adopt-html';
import { oldPath } from '@/lib/import/reading/addresses';
import { CommentList } from '@/lib/import/reading/comment-list';
import type { Scratch } from '@/lib/import/reading/scratch';

/** `isMine`: by the author of the notebook. */
type Remark = { id: string; parent?: string; by: string; text: string; isMine?: boolean };
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
export const notebookImporter = importerWith({
  id: 'notebook',
  label: 'Notebook',
  words: {
    export: 'Notebook export',
    wanted: 'the JSON file of a notebook',
  },
  files: {
    accept: '.json,.zip',
    recognise: ({ bytes }) => Buffer.from(bytes).toString('utf8').startsWith('{"notebook":1,'),
    placeOf: (name) => (name.endsWith('.json') ? { as: 'export' } : { as: 'file', name }),
  },
  media: {
    folders: ['pictures'],
    wholeOf: (name) => name,
    words: { command: 'a folder of pictures', form: 'Its pictures.' },
  },
  open: async ([file], { scratch }) => {
    const text = await readFile(file?.path ?? '', 'utf8');
    return sourceOf(JSON.parse(text) as Notebook, scratch);
  },
});

function sourceOf(notebook: Notebook, scratch: Scratch): ImportSource {
  const { url: baseUrl, title, entries, pictures } = notebook;
  const pathOf = (address: string) => oldPath(address, baseUrl);
  const fileName = (address: string) => /^\/(pictures\/[\w-]+\.\w+)$/.exec(pathOf(address) ?? '')?.[1] ?? null;
  const files = pictures.map((url) => ({ url: `${baseUrl}${url}`, alt: '', caption: '' }));
  const tags = new Set(entries.flatMap((entry) => entry.tags ?? []));
  return sourceWith({
    site: { baseUrl, title },
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
    attachments: { size: files.length, values: () => files },
    files: { imageNames: (address) => [fileName(address)].filter((name) => name !== null), fileName, pathOf },
    leftOut: [{ where: 'the notebook', why: 'Its drawings were not imported.' }],
    items: (target) => itemsOf(notebook, target, scratch),
    legacyUrls: () => [{ from: '/all-entries', to: { path: '/archive' } }],
  });
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
    const thread = { sourceId: id, where: `thread ${id}`, title: '', createdAt: null, address, comments };
    const paths = [new URL(address).pathname];
    yield { thread: { ...thread, paths, postIds: [], isClosed: false }, done: entries.length };
  }
}

function commentsOf(remarks: readonly Remark[], list: CommentList) {
  for (const { id, parent = null, by, text, isMine = false } of remarks)
    list.add({
      sourceId: id,
      parentSourceId: parent,
      type: 'comment',
      status: 'approved',
      authorName: by,
      authorUrl: '',
      authorKey: isMine ? 'me' : null,
      commenter: '',
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
  return draftWith({
    sourceId: id,
    where: `entry ${id}`,
    title,
    body,
    publishAt: published,
    createdAt: published,
    changedAt: published,
    authorKeys: ['me'],
    tagKeys: tags,
    feedId: url,
    oldPaths: [new URL(url).pathname],
    comments,
  });
}
