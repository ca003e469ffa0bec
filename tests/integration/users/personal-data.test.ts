import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { createSession, findActorByToken } from '@/lib/auth/session-records';
import { secretTables, tables, readTable, type Model, type Row } from '@/lib/backup/tables';
import { sealFields } from '@/lib/comments/services/akismet';
import { db, transaction } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { exportOwnData } from '@/lib/users/own-data';
import { personalData } from '@/lib/users/personal-data';
import { deleteAccount } from '../../factories/deleted-accounts';
import { createComment } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { createUser } from '../../factories/users';

type Holding = { columns: readonly string[]; exported: string | object; erased: string | object };
const registry: Record<string, Holding | null> = personalData;
const schema = readFileSync('prisma/schema.prisma', 'utf8');

test('every column that leads to a person is in the registry', () => {
  const models = [...schema.matchAll(/^model (\w+) \{$([\s\S]*?)^\}/gm)];
  expect(models.map(([, model]) => model).toSorted()).toEqual(Object.keys(registry).toSorted());
  const missing = models.flatMap(([, model = '', body = '']) => {
    const known = registry[model]?.columns ?? [];
    const related = [...body.matchAll(/ User\?? +@relation\([^)]*fields: \[(\w+)\]/g)].map(
      ([, column]) => column ?? '',
    );
    const named = [...body.matchAll(/^ {2}(\w+) +String\??(?: |$)/gm)].map(([, column]) => column ?? '');
    const personal = named.filter((column) =>
      /^(.*email|userAgent|.*userId|.*ById|actorId|ipHash|reader)$/i.test(column),
    );
    return [...related, ...personal].filter((column) => !known.includes(column)).map((column) => `${model}.${column}`);
  });
  expect(missing).toEqual([]);
});

test('the export has what the registry says, and after deletion nothing of them is left in any table', async () => {
  const { actor, email, ids } = await somebody();
  const made = await rowsOf(actor.id, ids);
  const marks = [email, 'Trace Person', 'trace-'];

  const data: Record<string, unknown> = await exportOwnData(actor);
  for (const [model, holding] of Object.entries(registry)) {
    if (!holding || typeof holding.exported !== 'string') continue;
    expect(made, `a row of ${model} to look for`).toContain(model);
    expect(data[holding.exported], `${model} in the export`).toBeTruthy();
    expect(JSON.stringify(data[holding.exported]).length, `${model} in the export`).toBeGreaterThan(10);
  }
  const traces = [
    'bio',
    'agent',
    'report',
    'earlier',
    'passkey',
    'correction',
    'verdict',
    'check',
    'decision',
    'note',
  ].map((name) => `trace-${name}`);
  for (const trace of traces) expect(JSON.stringify(data)).toContain(trace);
  for (const secret of ['trace-key', 'trace-address', 'argon2']) expect(JSON.stringify(data)).not.toContain(secret);
  expect(data.notInThisFile).toContainEqual({ table: 'AuditEntry', because: expect.any(String) as string });

  await deleteAccount(actor, { ownPassword: password });

  for (const { model, rows } of await everything()) {
    const left = rows.filter((row) => marks.some((mark) => JSON.stringify(row).includes(mark)));
    expect(
      left.filter((row) => !isWriting(model, row)),
      `left in ${model}`,
    ).toEqual([]);
    if (registry[model]?.erased !== 'deleted') continue;
    const theirs = rows.filter((row) => Object.values(row).includes(actor.id));
    expect(theirs, `deleted from ${model}`).toEqual([]);
  }
});

const password = 'nets dry on the quay';
const now = new Date();

async function somebody() {
  const user = await createUser({
    name: 'Trace Person',
    bio: 'trace-bio',
    website: 'https://trace-site.example/',
    passwordHash: await hashPassword(password),
  });
  const actor = await findActorByToken(await createSession(user, 'trace-agent'));
  if (!actor) throw new Error('not signed in');
  const [post, other] = [await createPost(), await createUser()];
  const comment = await createComment(post.id, { authorId: user.id, body: 'trace-words' });
  await db.comment.update({ where: { id: comment.id }, data: { ipHash: 'trace-address' } });
  const reply = await createComment(post.id, { authorId: other.id });
  return {
    actor,
    email: user.email ?? '',
    ids: { post: post.id, comment: comment.id, reply: reply.id, other: other.id },
  };
}

/** A row of each table that holds something of them, besides those that exist already. */
async function rowsOf(userId: string, { post: postId, comment: commentId, reply, other }: Record<string, string>) {
  const id = newId();
  const rows: [Model, object][] = [
    ['Account', { id, userId, provider: 'oidc', providerAccountId: 'trace-account', createdAt: now }],
    ['Token', { id, purpose: 'magic-link', hash: id, subject: userId, expiresAt: now, createdAt: now }],
    [
      'Passkey',
      { id, userId, credentialId: id, publicKey: 'trace-key', counter: 0, name: 'trace-passkey', createdAt: now },
    ],
    ['PasskeyOffer', { userId, dismissedAt: now }],
    ['SavedFilter', { id, userId, list: 'posts', name: 'trace-filter', query: 'q=trace-query', createdAt: now }],
    ['PostAuthor', { postId, userId, position: 1 }],
    ['CommentRevision', { id, commentId, revision: 1, body: 'trace-earlier', createdAt: now }],
    [
      'CommentVerdict',
      { commentId, source: 'rules', outcome: 'hold', reasons: '["word “trace-verdict”"]', createdAt: now },
    ],
    [
      'CommentCheck',
      { commentId, sealed: await sealFields({ user_ip: 'trace-check' }), said: 'ham', failure: '', checkedAt: now },
    ],
    [
      'CommentStatement',
      { id, commentId, userId, reason: 'spam', explanation: 'trace-decision', decidedById: other, createdAt: now },
    ],
    ['CommentLike', { commentId: reply, userId, createdAt: now }],
    ['CommentMention', { commentId: reply, userId, typed: 'Trace Person', createdAt: now }],
    ['Mute', { userId, mutedId: other, createdAt: now }],
    ['Notification', { id, userId, commentId: reply, kind: 'reply', delivery: 'site', createdAt: now }],
    ['NotificationChoice', { userId }],
    ['EmailRefusal', { userId, email: 'ida@example.test', reply: '550 no such user', refusedAt: now }],
    ['PostFollow', { postId, userId, createdAt: now }],
    ['CommentFollow', { commentId: reply, userId, createdAt: now }],
    [
      'CommentReport',
      {
        id,
        commentId: reply,
        reporter: `user:${userId}`,
        reporterId: userId,
        reason: 'spam',
        text: 'trace-report',
        points: 1,
        createdAt: now,
      },
    ],
    ['EditorNote', { id, postId, authorId: userId, body: 'trace-note', createdAt: now }],
    ['NoteNotification', { id, userId, noteId: id, createdAt: now }],
    ['PostReaction', { postId, userId, kind: 'like', createdAt: now }],
    ['Correction', { id, postId, commentId, quote: 'trace-correction', replacement: 'x', createdAt: now }],
    [
      'MailedComment',
      {
        id,
        hash: id,
        formKey: id,
        addressHash: 'trace-hash',
        postId,
        sealed: 'x',
        userId,
        expiresAt: now,
        createdAt: now,
      },
    ],
    ['CodeTest', { id, userId, slotId: 'header-slot', level: 1, code: 'x', hash: id, createdAt: now }],
  ];
  for (const [model, data] of rows) await delegateOf(model).create({ data });
  return [...rows.map(([model]) => model), 'User', 'Session', 'Comment'];
}

async function everything() {
  const listed = [...tables, ...secretTables, { model: 'CodeTest' as const, keys: ['id'], perRead: 100 }];
  return transaction(async (tx) => {
    const read: { model: Model; rows: Row[] }[] = [];
    for (const table of listed) {
      const rows: Row[] = [];
      for await (const part of readTable(tx, table)) rows.push(...part);
      read.push({ model: table.model, rows });
    }
    return read;
  });
}

// What they wrote stays, without their name.
function isWriting(model: Model, row: Row) {
  const words = new Set(['body', 'bodyHtml', 'quote', 'reasons']);
  const rest = Object.entries(row).filter(([column]) => !words.has(column));
  const writings = ['Comment', 'CommentRevision', 'CommentVerdict', 'Correction', 'EditorNote'];
  return writings.includes(model) && !JSON.stringify(rest).includes('trace-');
}

function delegateOf(model: Model) {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return Reflect.get(db, name) as { create: (query: { data: object }) => Promise<unknown> };
}
