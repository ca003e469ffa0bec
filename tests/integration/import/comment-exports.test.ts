import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import type { Importer } from '@/lib/import/importer';
import { artalk } from '@/lib/import/importers/artalk/importer';
import { commento } from '@/lib/import/importers/commento/importer';
import { isso } from '@/lib/import/importers/isso/importer';
import { importers } from '@/lib/import/importers/registry';
import { remark42 } from '@/lib/import/importers/remark42/importer';
import { runImport } from '@/lib/import/pipeline';
import { recogniseImporter } from '@/lib/import/recognition';
import { undoImport } from '@/lib/import/running/undoing';
import { fileOf, zipOf } from '../../factories/archives';
import { createPost } from '../../factories/posts';
import { tableHashes } from '../../factories/table-hashes';

const email = 'ann@secret.example';
const hex = (digit: string) => digit.repeat(64);

function commentoFile() {
  const comment = (id: string, more: object) => {
    const facts = { commentHex: hex(id), domain: 'blog.example', url: '/boats/', commenterHex: hex('a') };
    return {
      ...facts,
      markdown: '',
      html: '',
      parentHex: 'root',
      score: 0,
      state: 'approved',
      deleted: false,
      ...more,
    };
  };
  const comments = [
    comment('1', { markdown: 'Some **bold** words', creationDate: '2020-01-01T10:00:00Z', score: 3 }),
    comment('2', {
      html: '<p>A reply</p>',
      parentHex: hex('1'),
      commenterHex: 'anonymous',
      creationDate: '2020-01-02T10:00:00Z',
    }),
    comment('3', { html: '<p>Held</p>', state: 'unapproved', creationDate: '2020-01-03T10:00:00Z' }),
    comment('4', { html: '<p>Spam</p>', state: 'flagged', creationDate: '2020-01-04T10:00:00Z' }),
    comment('5', { html: '<p>Taken back</p>', deleted: true, creationDate: '2020-01-05T10:00:00Z' }),
    comment('6', { html: '<p>Below</p>', parentHex: hex('5'), creationDate: '2020-01-06T10:00:00Z' }),
    comment('7', { html: '<p>Lost</p>', url: '/nowhere', creationDate: '2020-01-06T10:00:00Z' }),
  ];
  const commenters = [{ commenterHex: hex('a'), email, name: 'Ann', link: 'https://ann.example/', photo: 'undefined' }];
  return fileOf(JSON.stringify({ version: 1, comments, commenters }), 'commento.json');
}

function comentarioFile() {
  const comment = (id: string, more: object) => {
    return {
      id,
      pageId: 'p1',
      userCreated: 'u1',
      score: 1,
      isApproved: true,
      isPending: false,
      isDeleted: false,
      ...more,
    };
  };
  const comments = [
    comment('c1', { markdown: 'Some **bold** words', createdTime: '2020-01-01T10:00:00.000Z', score: 3 }),
    comment('c2', {
      html: '<p>A reply</p>',
      parentId: 'c1',
      userCreated: '',
      authorName: '',
      createdTime: '2020-01-02T10:00:00.000Z',
    }),
    comment('c3', { html: '<p>Held</p>', isApproved: false, isPending: true, createdTime: '2020-01-03T10:00:00.000Z' }),
    comment('c5', { html: '', isDeleted: true, createdTime: '2020-01-05T10:00:00.000Z' }),
    comment('c6', { html: '<p>Below</p>', parentId: 'c5', createdTime: '2020-01-06T10:00:00.000Z' }),
    comment('c7', { html: '<p>Lost</p>', pageId: 'p2', createdTime: '2020-01-06T10:00:00.000Z' }),
  ];
  const pages = [
    { id: 'p1', path: '/boats', title: '', isReadonly: true },
    { id: 'p2', path: '/nowhere' },
  ];
  const commenters = [{ id: 'u1', name: 'Ann', email, websiteUrl: 'https://ann.example/' }];
  return fileOf(gzipSync(JSON.stringify({ version: 3, pages, comments, commenters })), 'export.json.gz');
}

function remarkFile() {
  const comment = (id: string, more: object, url = 'https://blog.example/boats/') => {
    const user = { name: 'Ann', id: 'email_1', picture: '', ip: 'b8b0c3', admin: false };
    return { id, pid: '', text: '', orig: '', user, locator: { site: 'blog', url }, score: 0, votes: {}, ...more };
  };
  const lines = [
    {
      version: 1,
      users: [{ id: 'email_1', blocked: {}, verified: true, details: { email } }],
      posts: [{ url: 'https://blog.example/boats/', read_only: true }],
    },
    comment('r1', { orig: 'Some **bold** words', time: '2020-01-01T10:00:00.123456789Z', score: 3 }),
    comment('r2', {
      pid: 'r1',
      text: '<p>A reply</p>',
      user: { name: '198.51.100.7', id: 'anon' },
      time: '2020-01-02T10:00:00Z',
    }),
    comment('r5', { delete: true, text: '', time: '2020-01-05T10:00:00Z' }),
    comment('r6', { pid: 'r5', text: '<p>Below</p>', time: '2020-01-06T10:00:00Z' }),
    comment('r7', { text: '<p>Lost</p>', time: '2020-01-06T10:00:00Z' }, 'https://blog.example/nowhere'),
  ];
  const text = [...lines.map((line) => JSON.stringify(line)), '{"id":"cut'].join('\n');
  return fileOf(gzipSync(text), 'backup-blog-20240101.gz');
}

function artalkFile() {
  const comment = (id: string, more: object) => {
    const facts = { ua: 'Browser', ip: '198.51.100.7', is_collapsed: 'false', is_pending: 'false', is_pinned: 'false' };
    const person = { nick: 'Ann', email, link: 'https://ann.example/', password: 'secret-hash', badge_name: '' };
    const page = { page_key: '/boats/', page_title: 'Boats', site_name: 'Blog', site_urls: 'https://blog.example' };
    return { id, rid: '0', vote_up: '0', vote_down: '0', ...facts, ...person, ...page, ...more };
  };
  const comments = [
    comment('1', {
      content: 'Some **bold** words',
      created_at: '2020-01-01 18:00:00 +0800 +0800',
      vote_up: '2',
      vote_down: '1',
    }),
    comment('2', {
      rid: '1',
      content: 'A reply<img src="/x.png" atk-emoticon="wave">',
      nick: '',
      created_at: '2020-01-02 10:00:00 +0000',
    }),
    comment('3', { content: 'Held', is_pending: 'true', created_at: '2020-01-03 10:00:00 +0000' }),
    comment('7', { content: 'Lost', page_key: '/nowhere', page_title: '', created_at: '2020-01-03 10:00:00 +0000' }),
  ];
  return fileOf(zipOf({ 'blog.artrans': JSON.stringify(comments) }), 'artalk.zip');
}

function issoFile() {
  const path = fileOf('', 'comments.db');
  const database = new Database(path);
  database.exec(`
    CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
    CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
      modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR,
      likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
    INSERT INTO threads VALUES (1, '/boats/', 'Boats'), (2, '/nowhere', NULL);`);
  const add = database.prepare(
    "INSERT INTO comments VALUES (?, ?, ?, ?, NULL, ?, '198.51.100.0', ?, ?, ?, ?, ?, 0, x'', 0)",
  );
  const at = (day: number) => Date.UTC(2020, 0, day, 10) / 1_000;
  add.run(1, 1, null, at(1), 1, 'Some **bold** words', 'Ann', email, 'https://ann.example/', 3);
  add.run(1, 2, 1, at(2), 1, 'A reply', null, null, null, 0);
  add.run(1, 3, null, at(3), 2, 'Held', 'Ann', email, null, 0);
  add.run(1, 5, null, at(5), 4, '', null, null, null, 0);
  add.run(1, 6, 5, at(6), 1, 'Below', 'Ann', null, null, 0);
  add.run(2, 7, null, at(6), 1, 'Lost', 'Ann', null, null, 0);
  database.close();
  return path;
}

const removed = ['Anonymous', 'deleted', '<p>[removed]</p>', null];
const bold = ['Ann', 'approved', '<p>Some <strong>bold</strong> words</p>', null];
const answer = ['Anonymous', 'approved', '<p>A reply</p>', bold[2]];
const held = ['Ann', 'pending', '<p>Held</p>', null];
const below = ['Ann', 'approved', '<p>Below</p>', removed[2]];
type Case = { importer: Importer; file: () => string; rows: unknown[][]; votes: number; isClosed?: true };
const cases: Case[] = [
  { importer: commento, file: commentoFile, rows: [bold, answer, held, removed, below], votes: 3 },
  { importer: commento, file: comentarioFile, rows: [bold, answer, held, removed, below], votes: 8, isClosed: true },
  { importer: remark42, file: remarkFile, rows: [bold, answer, removed, below], votes: 3, isClosed: true },
  {
    importer: artalk,
    file: artalkFile,
    rows: [bold, [...answer.slice(0, 2), '<p>A reply:wave:</p>', bold[2]], held],
    votes: 3,
  },
  { importer: isso, file: issoFile, rows: [bold, answer, held, removed, below], votes: 3 },
];

test.each(cases.map((one, at) => [`${one.importer.id} ${at}`, one] as const))(
  'comments of %s come with threads, states and dates, twice without a change, and go again',
  async (_, { importer, file, rows, votes, isClosed }) => {
    const post = await createPost({ slug: 'boats' });
    const before = await tableHashes();
    const path = file();
    const bytes = readFileSync(path);
    expect(await recogniseImporter([path], importers)).toBe(importer);
    const run = (dryRun = false) => runImport('operator', importer, { files: [path], oldUrl: null, dryRun });
    const dry = await run(true);
    expect(await tableHashes()).toEqual(before);
    const report = await run();

    expect(dry).toMatchObject({ created: report.created, failed: report.failed });
    const comments = await readDb.comment.findMany({ where: { postId: post.id }, orderBy: { path: 'asc' } });
    const bodyOf = (id: string | null) => comments.find((one) => one.id === id)?.bodyHtml ?? null;
    expect(comments.map((one) => [one.authorName, one.status, one.bodyHtml, bodyOf(one.parentId)])).toEqual(rows);
    expect(comments[0]!.createdAt.toISOString()).toMatch(/^2020-01-01T10:00:00/);
    expect(await readDb.importedCommenter.count()).toBeGreaterThan(0);
    const stored = await readDb.post.findUniqueOrThrow({ where: { id: post.id } });
    expect(stored.commentCount).toBe(rows.filter(([, status]) => status === 'approved').length);
    expect(stored.commentsMode).toBe(isClosed ? 'closed' : 'open');
    const whys = report.failed.map(({ why }) => why);
    expect(whys).toContain(`Votes were left out (${votes}): likes here belong to people with an account.`);
    expect(whys).toContainEqual(expect.stringMatching(/nowhere, so its comments \(1\) were not imported\.$/));
    const everything = JSON.stringify([comments, report, await readDb.importItem.findMany()]);
    expect(everything).not.toMatch(/secret|198\.51\.100|Taken back|Spam</);

    const after = await tableHashes();
    expect(await run()).toMatchObject({ created: { comments: 0 }, skipped: { comments: rows.length } });
    expect(await tableHashes()).toEqual(after);
    await undoImport('operator', report.batch!);
    expect(await tableHashes()).toEqual({ ...before, posts: expect.any(String) as string });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await readDb.post.findUniqueOrThrow({ where: { slug: 'boats', commentsMode: 'open', commentCount: 0 } });
    await db.post.delete({ where: { id: post.id } });
  },
);

const cutDatabase = () => fileOf(readFileSync(issoFile()).subarray(0, 5_000), 'comments.db');
const otherDatabase = () => {
  const path = fileOf('', 'other.db');
  const database = new Database(path);
  database.exec('CREATE TABLE notes (id INTEGER)');
  database.close();
  return path;
};

test.each<[string, Importer, () => string, RegExp]>([
  [
    'a database of another kind',
    isso,
    otherDatabase,
    /^other\.db is not an Isso database: it is a database of another kind\./,
  ],
  [
    'half a database',
    isso,
    cutDatabase,
    /^comments\.db is not an Isso database: it is damaged, or not all of it has arrived\./,
  ],
  [
    'broken JSON',
    commento,
    () => fileOf('{"version":1,"comments":[{"commentHex":"1"},\n{]}', 'c.json'),
    /^c\.json is no valid JSON \(line \d\)/,
  ],
  [
    'cut JSON',
    artalk,
    () => fileOf('[{"id":"1",\n"page_key":"/x"', 'a.json'),
    /^a\.json is incomplete: it breaks off \(line 2\)/,
  ],
  [
    'comments of another system',
    remark42,
    commentoFile,
    /^commento\.json is an export of Commento\/Comentario, not of Remark42\./,
  ],
])('%s is refused, and nothing is written', async (_, importer, file, sentence) => {
  const before = await tableHashes();
  const input = { files: [file()], oldUrl: null, dryRun: false };
  await expect(runImport('operator', importer, input)).rejects.toThrow(sentence);
  expect(await tableHashes()).toEqual(before);
});

test('files of two systems at once are refused with what to do', async () => {
  await expect(recogniseImporter([commentoFile(), issoFile()], importers)).rejects.toThrow(
    'commento.json is an export of Commento/Comentario, and comments.db of Isso. Import them one after the other, posts before comments. Nothing was imported.',
  );
});
