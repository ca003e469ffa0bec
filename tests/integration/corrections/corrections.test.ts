import { expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { moderateComments } from '@/lib/comments/moderation';
import { getThreadPage } from '@/lib/comments/queries';
import { suggestionSchema } from '@/lib/corrections/correction';
import { acceptCorrection, declineCorrection } from '@/lib/corrections/deciding';
import {
  countOpenCorrections,
  listCorrections,
  listCorrectionsOf,
  listOpenCorrections,
} from '@/lib/corrections/queries';
import { findCorrectable, suggestCorrection } from '@/lib/corrections/suggesting';
import { db } from '@/lib/database/db';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { storeSettings } from '@/lib/settings/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { knownReader } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const body = '<p>The <a href="https://f.example">ferry</a> sails at nine.</p>\n<p>It never sails on Sundays.</p>';

function article(more: Parameters<typeof createPost>[0] = {}) {
  return createPost({ title: 'Timetable', bodyHtml: body, renderedHtml: body, ...more });
}

function suggest(reader: Actor, postId: string, more: object = {}) {
  const typed = { postId, quote: 'The ferry sails at nine.', replacement: 'The ferry sails at ten.', ...more };
  return suggestCorrection(reader, suggestionSchema.parse(typed));
}

async function suggested(more: { postId?: string; reader?: Actor } = {}) {
  const postId = more.postId ?? (await article()).id;
  const reader = more.reader ?? (await knownReader('Ida Brandt'));
  const comment = await suggest(reader, postId);
  const { id } = await db.correction.findUniqueOrThrow({ where: { commentId: comment.id } });
  return { id, postId, reader, comment };
}

const openOf = async (actor: Actor, postId: string) =>
  (await listOpenCorrections(actor)).filter(({ post }) => post.id === postId);
const postOf = (id: string) => db.post.findUniqueOrThrow({ where: { id } });

test('a suggestion is a comment, whatever its words look like, and waits for the editors of the article', async () => {
  const post = await article();
  const reader = await knownReader();
  const why = 'Says *the* [timetable](https://x.example).';

  const comment = await suggest(reader, post.id, { replacement: 'The ferry sails at **ten**.', why });

  const [shown] = (await getThreadPage(post.id, 1))?.comments ?? [];
  expect(shown).toMatchObject({ id: comment.id, correction: { outcome: null } });
  expect(shown?.bodyHtml).toContain('<p>The ferry sails at **ten**.</p>');
  expect(shown?.bodyHtml).toContain('Says *the* [timetable](');
  const editor = await actorWith('editor');
  expect(await openOf(editor, post.id)).toMatchObject([{ comment: { id: comment.id } }]);
  expect(await countOpenCorrections(await actorWith('author'))).toBe(0);
  expect((await postOf(post.id)).bodyHtml).toBe(body);
});

test('an accepted suggestion that awaited approval is in the thread, and its author is thanked', async () => {
  await storeSettings({ commentModeration: 'all' });
  const { id, postId, comment } = await suggested();
  expect(comment.status).toBe('pending');
  await acceptCorrection(await actorWith('editor'), { id, note: '' });
  expect(await listCorrectionsOf(postId)).toMatchObject([{ by: { commentId: comment.id, name: 'Ida Brandt' } }]);
  const [shown] = (await getThreadPage(postId, 1))?.comments ?? [];
  expect(shown).toMatchObject({ id: comment.id, correction: { outcome: 'accepted' } });
  expect((await postOf(postId)).commentCount).toBe(1);

  await db.post.update({ where: { id: postId }, data: { commentsMode: 'off' } });
  expect(await listCorrectionsOf(postId)).toMatchObject([{ by: { commentId: null, name: 'Ida Brandt' } }]);
  await storeSettings({ commentModeration: 'first' });
});

test('words that the article does not have, or has several times, are refused with what to do', async () => {
  const { id } = await article({ bodyHtml: '<p>at sea</p><p>at sea</p>' });
  const reader = await knownReader();
  await expect(suggest(reader, id)).rejects.toMatchObject({ fields: { quote: /not in the article/ } });
  await expect(suggest(reader, id, { quote: 'at sea' })).rejects.toMatchObject({ fields: { quote: /several times/ } });
  const same = { quote: 'at sea', prefix: '', replacement: 'at  sea' };
  const single = (await article()).id;
  await expect(suggest(reader, single, { ...same, quote: 'Sundays', replacement: 'Sundays' })).rejects.toMatchObject({
    fields: { replacement: /says already/ },
  });
  for (const [name, value] of Object.entries({ quote: ' ', replacement: '', why: 'x'.repeat(1_001) })) {
    const typed = { postId: id, quote: 'a', replacement: 'b', [name]: value };
    expect(suggestionSchema.safeParse(typed).error?.issues[0]?.path).toEqual([name]);
  }
  expect(await db.comment.count({ where: { postId: id } })).toBe(0);
});

test.each([
  ['a draft', { status: 'draft' }],
  ['closed comments', { commentsMode: 'closed' }],
  ['a locked conversation', { commentsLockedReason: 'Enough.' }],
])('%s takes no corrections', async (_, more) => {
  const { id } = await article(more);
  expect(await findCorrectable(id)).toBeNull();
  await expect(suggest(await knownReader(), id)).rejects.toMatchObject({ code: 'not_found' });
});

test('a site can take no corrections', async () => {
  const { id } = await article();
  await storeSettings({ corrections: false });
  expect(await findCorrectable(id)).toBeNull();
  await storeSettings({ corrections: true });
  expect(await findCorrectable(id)).toMatchObject({ id });
});

test('a form that is sent twice makes one suggestion', async () => {
  const { id } = await article();
  const reader = await knownReader();
  const sent = () => suggest(reader, id, { idempotencyKey: `key-${id}` });
  expect((await Promise.all([sent(), sent()])).map((each) => each.id)).toEqual([expect.any(String), (await sent()).id]);
  expect(await db.correction.count({ where: { postId: id } })).toBe(1);
});

test('accepting changes text, note, revision, date and thread together, and every page that shows them', async () => {
  const { id, postId, comment } = await suggested();
  const editor = await actorWith('editor');
  const before = await postOf(postId);

  const { tags } = await madeStaleBy(() => acceptCorrection(editor, { id, note: '' }));

  const after = await postOf(postId);
  expect(after.bodyHtml).toBe(body.replace('nine', 'ten'));
  expect(after.renderedHtml).toContain('ten.');
  expect(after.bodyText).toContain('sails at ten.');
  expect(after.contentUpdatedAt.getTime()).toBeGreaterThan(before.contentUpdatedAt.getTime());
  expect(after).toMatchObject({ version: before.version + 1, correctionCount: 1, publishAt: before.publishAt });
  expect((await listRevisions(editor, postId))[0]).toMatchObject({ kind: 'publish', note: 'Correction' });
  const note = '“The ferry sails at nine.” now reads “The ferry sails at ten.”.';
  expect(await listCorrectionsOf(postId)).toMatchObject([
    { id, note, by: { name: 'Ida Brandt', commentId: comment.id } },
  ]);
  expect((await listCorrections(1)).corrections[0]).toMatchObject({ id, post: { id: postId } });
  expect((await getThreadPage(postId, 1))?.comments[0]?.correction).toEqual({ id, outcome: 'accepted' });
  expect(tags).toEqual(expect.arrayContaining([`post:${postId}`, `comments:${postId}`, 'list']));
  expect(await openOf(editor, postId)).toEqual([]);
});

test('two editors who decide at once are one decision', async () => {
  const { id, postId } = await suggested();
  const editors = await Promise.all([actorWith('editor'), actorWith('editor')]);
  const results = await Promise.allSettled(editors.map((editor) => acceptCorrection(editor, { id, note: 'Ten.' })));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await postOf(postId)).toMatchObject({ correctionCount: 1 });
  await expect(declineCorrection(editors[0]!, { id, note: '' })).rejects.toMatchObject({ code: 'conflict' });
});

test('a change that waits for publication is corrected as well, and publishing it loses nothing', async () => {
  const { id, postId } = await suggested();
  const editor = await actorWith('editor');
  const { version, fields } = await getEditable(editor, postId);
  const changed = fields.bodyHtml.replace('Sundays', 'Mondays');
  await saveDraft(editor, { id: postId, version, fields: { bodyHtml: changed } });

  await acceptCorrection(editor, { id, note: '' });
  expect((await postOf(postId)).bodyHtml).toBe(body.replace('nine', 'ten'));
  await publishPost(editor, { id: postId, version: (await getEditable(editor, postId)).version });

  expect((await postOf(postId)).bodyHtml).toBe(changed.replace('nine', 'ten'));
});

test('what the article no longer says is not accepted, and stays to be declined with a reason', async () => {
  const { id, postId, reader } = await suggested();
  const editor = await actorWith('editor');
  await db.post.update({ where: { id: postId }, data: { bodyHtml: '<p>Other words.</p>' } });

  await expect(acceptCorrection(editor, { id, note: '' })).rejects.toMatchObject({
    code: 'conflict',
    message: /no longer has these words/,
  });
  await declineCorrection(editor, { id, note: 'It is written anew.' });

  expect(await listCorrectionsOf(postId)).toEqual([]);
  expect((await exportOwnData(reader)).comments.find(({ correction }) => correction)).toMatchObject({
    correction: { status: 'declined', note: 'It is written anew.' },
  });
});

test('a declined suggestion says so in the thread', async () => {
  const { id, postId } = await suggested();
  const { tags } = await madeStaleBy(async () => declineCorrection(await actorWith('editor'), { id, note: '' }));
  expect((await getThreadPage(postId, 1))?.comments[0]?.correction).toEqual({ id, outcome: 'declined' });
  expect(tags).toContain(`comments:${postId}`);
});

test('only who may edit the article decides', async () => {
  const { id } = await suggested();
  for (const role of ['author', 'moderator', 'reader'] as const) {
    const actor = await actorWith(role);
    for (const decide of [acceptCorrection, declineCorrection]) {
      await expect(decide(actor, { id, note: '' })).rejects.toMatchObject({ code: /forbidden|not_found/ });
    }
  }
  await expect(acceptCorrection(await actorWith('editor'), { id: 'x', note: '' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a suggestion goes with its comment; thanks are taken back with it, the correction stays', async () => {
  const editor = await actorWith('editor');
  const hidden = await suggested();
  await moderateComments(editor, [hidden.comment.id], 'hide');
  expect(await openOf(editor, hidden.postId)).toEqual([]);

  const { id, postId, comment } = await suggested();
  await acceptCorrection(editor, { id, note: 'Ten, not nine.' });
  await moderateComments(editor, [comment.id], 'delete');
  expect(await listCorrectionsOf(postId)).toMatchObject([{ note: 'Ten, not nine.', by: null }]);
});

test('corrections of articles that are not public are not listed', async () => {
  const { id, postId } = await suggested();
  await acceptCorrection(await actorWith('editor'), { id, note: '' });
  const listed = async () => (await listCorrections(1)).corrections.some((each) => each.id === id);
  expect(await listed()).toBe(true);
  await db.post.update({ where: { id: postId }, data: { status: 'draft' } });
  expect(await listed()).toBe(false);
});
