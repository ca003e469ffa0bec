import { AppError } from '@/lib/platform/errors';
import { placeIn, type ExportFile } from '../../importer';
import { headOf } from '../../archives/bytes';
import { readJsonRows, type JsonRow } from '../../reading/json-rows';
import type { Scratch } from '../../reading/scratch';
import { countHosts } from './hosts';
import { readRedirects } from './redirects';
import { isAnswer, isRedirects } from './recognising';
import { dateOf, isRow, isSet, rowsOf, textOf, type Row } from './rows';
import { emptyTables, type Tables } from './tables';

/** Rows of the tables of a database, or of its data alone. */
const inDatabase = ['$.db.*.data.*.*', '$.*.db.*.data.*.*', '$.data.*.*'];
/** Rows of an answer of the API. */
const inAnswer = ['$.*.*'];
/** Fits the command-line tool's heap. */
const MAX_NAMES = 200_000;
const HEAD_BYTES = 4_096;

type Place = { tables: Tables; file: ExportFile };

/** Reads the files once, in constant memory: what they hold is then in the scratch storage. */
export async function readTables(files: readonly ExportFile[], scratch: Scratch): Promise<Tables> {
  const tables = emptyTables(scratch);
  for (const file of files) {
    const text = Buffer.from(await headOf(file.path, HEAD_BYTES)).toString('utf8');
    if (text.trim() === '') throw new AppError('invalid', `${file.name} is empty. Choose an export of Ghost.`);
    if (isRedirects({ name: file.name, text })) await readRedirects(file, tables);
    else await readJsonRows(file, isAnswer(text) ? inAnswer : inDatabase, (row) => takeRow(row, { tables, file }));
  }
  if (tables.counts.tables === 0 && tables.redirects.length === 0) {
    const names = files.map(({ name }) => name).join(', ');
    throw new AppError(
      'invalid',
      `${names} is not a Ghost export: it has no table of posts. Choose the JSON file from Settings → Import/Export in Ghost.`,
    );
  }
  for (const [user, role] of tables.roleOf) if (tables.ownerRoles.has(role)) tables.owners.add(user);
  return tables;
}

function takeRow({ keys, value }: JsonRow, place: Place) {
  const [table, last] = keys.slice(-2);
  if (typeof table !== 'string') return;
  // The API answers settings as one object.
  if (table === 'settings' && typeof last === 'string' && keys.length === 2 && typeof value === 'string')
    return void place.tables.settings.set(last, value);
  if (typeof last !== 'number' || !isRow(value) || !Object.hasOwn(takers, table)) return;
  takers[table]!(value, place);
}

const takers: Record<string, (row: Row, place: Place) => void> = {
  posts: (row, place) => takePost(row, place, isPage(row) ? 'page' : 'post'),
  pages: (row, place) => takePost(row, place, 'page'),
  posts_meta: (row, { tables }) => tables.metas.set(textOf(row, 'post_id'), row),
  posts_authors: (row, { tables }) => takeLink(tables, 'authorsOf', row),
  posts_tags: (row, { tables }) => takeLink(tables, 'tagsOf', row),
  users: (row, { tables }) => takeUser(row, tables),
  authors: (row, { tables }) => takeUser(row, tables),
  tags: (row, { tables }) => takeTag(row, tables),
  roles: (row, { tables }) => {
    if (/^owner$/i.test(textOf(row, 'name'))) tables.ownerRoles.add(textOf(row, 'id'));
  },
  roles_users: (row, { tables }) => void tables.roleOf.set(textOf(row, 'user_id'), textOf(row, 'role_id')),
  settings: (row, { tables }) => void tables.settings.set(textOf(row, 'key'), textOf(row, 'value')),
  members: (row, { tables }) =>
    tables.members.set(textOf(row, 'id'), { name: textOf(row, 'name'), email: textOf(row, 'email').toLowerCase() }),
  comments: (row, { tables }) => {
    tables.counts.comments += 1;
    tables.comments.add(textOf(row, 'post_id'), row);
  },
};

function isPage(row: Row) {
  return textOf(row, 'type') === 'page' || isSet(row, 'page');
}

function takePost(row: Row, { tables, file }: Place, type: 'post' | 'page') {
  tables.counts.tables += 1;
  const [id, uuid, slug] = [textOf(row, 'id'), textOf(row, 'uuid'), textOf(row, 'slug').trim()];
  const title = textOf(row, 'title').trim();
  const key = keyOf({ id, uuid, slug });
  const where = placeIn(file, `post “${title.slice(0, 80) || slug || 'without a title'}”`);
  if (key === '') return void tables.problems.push({ where, why: 'It has neither an id nor a slug.' });
  const sourceId = freeId(key, slug, tables);
  if (sourceId === null)
    return void tables.leftOut.push({
      where,
      why: `Its id ${key.slice(0, 80)} and its slug were used before: only the first post with them was imported.`,
    });
  const facts = { id: id || uuid || slug, type, slug, title: title.slice(0, 300), url: textOf(row, 'url'), uuid };
  const isHidden = textOf(row, 'status') !== 'published' && row.status !== undefined;
  const isPublic = ['', 'public'].includes(textOf(row, 'visibility'));
  const publishedAt = dateOf(row, 'published_at')?.toISOString() ?? null;
  tables.facts.set(sourceId, { ...facts, publishedAt, isHidden: isHidden || !isPublic });
  if (!tables.ids.has(facts.id)) tables.ids.set(facts.id, sourceId);
  if (isSet(row, 'featured')) tables.counts.featured += 1;
  if (facts.url) tables.siteUrl ||= URL.parse(facts.url)?.origin ?? '';
  takeNested(row, facts.id, tables);
  countHosts(row, tables);
  const { plaintext: _, tags: _tags, authors: _authors, ...rest } = row;
  tables.rows.set(sourceId, rest);
}

// Small numbers, as in the first versions, are the same in every site.
function keyOf({ id, uuid, slug }: { id: string; uuid: string; slug: string }) {
  return /^[0-9a-f]{24}$/i.test(id) ? id : uuid || id || slug;
}

function freeId(key: string, slug: string, { facts }: Tables) {
  const first = facts.get(key);
  if (!first) return key;
  const second = `${key} ${slug}`.slice(0, 300);
  return first.slug === slug || facts.has(second) ? null : second;
}

/** Tags and authors inside a post, as the API answers them. */
function takeNested(row: Row, id: string, tables: Tables) {
  for (const [order, tag] of rowsOf(row, 'tags').entries()) {
    takeTag(tag, tables);
    tables.tagsOf.add(id, { id: textOf(tag, 'id'), order });
  }
  for (const [order, author] of rowsOf(row, 'authors').entries()) {
    takeUser(author, tables);
    tables.authorsOf.add(id, { id: textOf(author, 'id'), order });
  }
}

function takeLink(tables: Tables, list: 'authorsOf' | 'tagsOf', row: Row) {
  const id = textOf(row, list === 'authorsOf' ? 'author_id' : 'tag_id');
  tables[list].add(textOf(row, 'post_id'), { id, order: Number(row.sort_order) || 0 });
}

function takeUser(row: Row, { users }: Tables) {
  const [id, name] = [textOf(row, 'id'), textOf(row, 'name').trim()];
  const slug = textOf(row, 'slug').trim();
  if (!id || (!slug && !name) || users.has(id)) return;
  if (users.size >= MAX_NAMES) throw tooMany('authors');
  users.set(id, { id, key: slug || name, name: name || slug, email: textOf(row, 'email').trim().toLowerCase() });
}

function takeTag(row: Row, { tags }: Tables) {
  const [id, name] = [textOf(row, 'id'), textOf(row, 'name').trim()];
  const slug = textOf(row, 'slug').trim();
  if (!id || (!slug && !name) || tags.has(id)) return;
  if (tags.size >= MAX_NAMES) throw tooMany('tags');
  const isInternal = textOf(row, 'visibility') === 'internal' || name.startsWith('#');
  const description = textOf(row, 'description');
  tags.set(id, { key: slug || name, kind: 'tag', slug: slug || name, name: name || slug, description, isInternal });
}

function tooMany(what: string) {
  return new AppError(
    'too_large',
    `The export has more than ${MAX_NAMES.toLocaleString('en')} ${what}, which is more than one import can hold: nothing was imported.`,
  );
}
