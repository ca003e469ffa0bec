import { renderMarkdown } from '@/lib/comments/rendering';
import type { ExportFile, ImportSource, OpenRequest } from '../../importer';
import { readJsonRows } from '../../reading/json-rows';
import type { Scratch } from '../../reading/scratch';
import { LooseFields } from '../../threads/loose-fields';
import { ThreadReading, type CommentFields } from '../../threads/thread-reading';

type Person = { name: string; email: string; url: string };
type Page = { key: string; address: string; title: string; isClosed: boolean };
type People = { get: (id: string) => Person | undefined };
type Pages = { get: (id: string) => Page | undefined };

/** Reads exports of Commento (version 1) and Comentario (version 3): people and pages first, whom comments only name. */
export async function openExport(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const reading = new ThreadReading(request);
  for (const file of files) {
    const { people, pages } = await readNamed(file, request.scratch);
    let number = 0;
    await readJsonRows(file, ['$.comments.*'], ({ value }) => {
      number += 1;
      takeComment(new LooseFields(value), { file, line: `comment number ${number}` }, { people, pages, reading });
    });
  }
  return reading.source(request);
}

async function readNamed(file: ExportFile, scratch: Scratch) {
  const people = scratch.map<Person>();
  const pages = scratch.map<Page>();
  await readJsonRows(file, ['$.commenters.*', '$.pages.*'], ({ keys, value }) => {
    const fields = new LooseFields(value);
    const id = fields.text('commenterHex', 'id');
    if (keys[0] === 'pages') pages.set(id, pageOf(fields));
    else people.set(id, { name: fields.text('name'), email: fields.text('email'), url: urlOf(fields) });
  });
  return { people, pages };
}

function pageOf(fields: LooseFields): Page {
  const path = fields.text('path');
  return { key: path, address: path, title: fields.text('title'), isClosed: fields.isTrue('isReadonly') };
}

// Commento writes "undefined" for none.
function urlOf(fields: LooseFields) {
  return fields.text('link', 'websiteUrl').replace(/^undefined$/, '');
}

type Around = { people: People; pages: Pages; reading: ThreadReading };

function takeComment(fields: LooseFields, place: { file: ExportFile; line: string }, around: Around) {
  const { people, pages, reading } = around;
  const page = pages.get(fields.text('pageId')) ?? pageNamedIn(fields);
  const id = fields.text('commentHex', 'id');
  if (!id || !page) return reading.fail(place.line, 'It has no id or names no page, so it was not imported.');
  reading.takePage({ ...page, addresses: [page.address].filter(Boolean) });
  const person = people.get(fields.text('commenterHex', 'userCreated'));
  const parent = fields.text('parentHex', 'parentId');
  reading.takeComment(
    page.key,
    {
      id,
      parentId: parent === 'root' || /^0+$/.test(parent) ? '' : parent,
      status: statusOf(fields),
      date: fields.text('creationDate', 'createdTime'),
      names: [person?.name ?? '', fields.text('authorName')],
      email: person?.email ?? '',
      url: person?.url ?? '',
      html: fields.text('html') || renderMarkdown(fields.text('markdown')).html,
      votes: fields.number('score'),
    },
    place,
  );
}

/** Commento puts the path into the comment: as "url", and as "path" in what others write. */
function pageNamedIn(fields: LooseFields): Page | null {
  const path = fields.text('url', 'path');
  return path ? { key: path, address: path, title: '', isClosed: false } : null;
}

function statusOf(fields: LooseFields): CommentFields['status'] {
  if (fields.isTrue('deleted') || fields.isTrue('isDeleted')) return 'deleted';
  const state = fields.text('state');
  if (state === 'flagged') return 'spam there';
  const isHeld = (state !== '' && state !== 'approved') || fields.isTrue('isPending');
  if (isHeld) return 'pending';
  return fields.isFalse('isApproved') ? 'hidden' : 'approved';
}
