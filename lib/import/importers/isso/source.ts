import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { renderMarkdown } from '@/lib/comments/rendering';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile, ImportSource, OpenRequest } from '../../importer';
import { LooseFields } from '../../threads/loose-fields';
import { ThreadReading, type CommentFields } from '../../threads/thread-reading';

const threads = 'SELECT id, uri, title FROM threads ORDER BY id';
// Numbers are used again in each database; when a comment was made is not.
const comments = `
  SELECT c.*, p.created AS parent_created FROM comments c
  LEFT JOIN comments p ON p.id = c.parent ORDER BY c.id`;

/** 1: accepted; 2: waiting for a moderator; 4: deleted, with replies. */
const states: Record<string, CommentFields['status']> = { '1': 'approved', '2': 'pending', '4': 'deleted' };

/** Reads databases of Isso, which are opened for reading only. */
export async function openExport(files: readonly ExportFile[], request: OpenRequest): Promise<ImportSource> {
  const reading = new ThreadReading(request);
  for (const file of files) readDatabase(file, reading);
  return Promise.resolve(reading.source(request));
}

function readDatabase(file: ExportFile, reading: ThreadReading) {
  let database: Database.Database | null = null;
  try {
    database = new Database(file.path, { readonly: true, fileMustExist: true });
    const uris = new Map<string, string>();
    for (const row of database.prepare(threads).iterate()) takeThread(new LooseFields(row), uris, reading);
    for (const row of database.prepare(comments).iterate()) takeComment(new LooseFields(row), { file, uris, reading });
  } catch (error) {
    if (error instanceof Database.SqliteError) throw unreadable(file, error);
    throw error;
  } finally {
    database?.close();
  }
}

function takeThread(fields: LooseFields, uris: Map<string, string>, reading: ThreadReading) {
  const uri = fields.text('uri');
  uris.set(fields.text('id'), uri);
  reading.takePage({ key: uri, addresses: [uri], title: fields.text('title') });
}

type Around = { file: ExportFile; uris: Map<string, string>; reading: ThreadReading };

function takeComment(fields: LooseFields, { file, uris, reading }: Around) {
  const created = fields.number('created');
  const parent = fields.text('parent');
  const comment: CommentFields = {
    id: `${fields.text('id')}-${created}`,
    parentId: parent ? `${parent}-${fields.number('parent_created')}` : '',
    status: states[fields.text('mode')] ?? 'hidden',
    date: created > 0 ? new Date(created * 1_000) : null,
    names: [fields.text('author')],
    email: fields.text('email'),
    url: fields.text('website'),
    html: renderMarkdown(fields.text('text')).html,
    votes: fields.number('likes') + fields.number('dislikes'),
  };
  const threadId = fields.text('tid');
  reading.takeComment(uris.get(threadId) ?? threadId, comment, { file, line: `row ${fields.text('id')}` });
}

function unreadable({ path, label }: ExportFile, { message }: Error) {
  const name = label || basename(path);
  const why = /no such (?:table|column)/.test(message)
    ? 'it is a database of another kind'
    : 'it is damaged, or not all of it has arrived';
  return new AppError('invalid', `${name} is not an Isso database: ${why}. Nothing was imported.`);
}
