import { expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { moderateComments } from '@/lib/comments/moderation';
import { suggestionSchema } from '@/lib/corrections/correction';
import { acceptCorrection, declineCorrection } from '@/lib/corrections/deciding';
import { findDecided } from '@/lib/corrections/queries';
import { suggestCorrection } from '@/lib/corrections/suggesting';
import { db } from '@/lib/database/db';
import { saveChoices } from '@/lib/notifications/choices';
import { countUnread } from '@/lib/notifications/queries';
import { tellOfCorrection } from '@/lib/notifications/telling-of-correction';
import { newId } from '@/lib/platform/ids';
import { paths } from '@/lib/web/paths';
import { knownReader } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { emailsTo, toldTo } from '../../factories/queued-emails';
import { actorWith } from '../../factories/users';

const body = '<p>The ferry sails at nine.</p>';

async function suggested(reader?: Actor) {
  const author = reader ?? (await knownReader());
  const post = await createPost({ title: 'Timetable', bodyHtml: body, renderedHtml: body });
  const typed = { postId: post.id, quote: 'sails at nine', replacement: 'sails at ten' };
  const comment = await suggestCorrection(author, suggestionSchema.parse(typed));
  const { id } = await db.correction.findUniqueOrThrow({ where: { commentId: comment.id } });
  return { id, post, comment, reader: author };
}

test('who suggested it is told that it was accepted, on the site and by e-mail', async () => {
  const { id, post, reader } = await suggested();
  await acceptCorrection(await actorWith('editor'), { id, note: 'It sails at ten.' });

  const [email, ...more] = await emailsTo(reader);
  expect(more).toEqual([]);
  expect(email?.subject).toBe('Your correction of “Timetable” was accepted');
  expect(email?.text).toContain('You had suggested “sails at ten” instead of “sails at nine”.');
  expect(email?.text).toContain('The note below the article: It sails at ten.');
  expect(email?.text).toContain(paths.correction(post.slug, id));
  expect(await toldTo(reader)).toMatchObject([
    { kind: 'correction', correction: { status: 'accepted', note: 'It sails at ten.' }, post: { slug: post.slug } },
  ]);
  expect(await countUnread(reader)).toBe(1);
});

test('who suggested it is told that it was declined, with the note if there is one', async () => {
  const { id, post, reader, comment } = await suggested();
  await declineCorrection(await actorWith('editor'), { id, note: 'The winter timetable says nine.' });
  const [email] = await emailsTo(reader);
  expect(email?.subject).toBe('Your correction of “Timetable” was declined');
  expect(email?.text).toContain('The editor’s note: The winter timetable says nine.');
  expect(email?.text).toContain(paths.comment(post.slug, comment.id));
  expect(await toldTo(reader)).toMatchObject([{ correction: { note: 'The winter timetable says nine.' } }]);

  const other = await suggested();
  await declineCorrection(await actorWith('editor'), { id: other.id, note: '' });
  const [without] = await emailsTo(other.reader);
  expect(without?.text).not.toContain('The editor’s note');
});

test('it is told while the suggestion itself awaits approval, and no more once it was removed', async () => {
  const reader = await actorWith('reader');
  const { id, comment } = await suggested(reader);
  await db.comment.update({ where: { id: comment.id }, data: { status: 'pending' } });
  await acceptCorrection(await actorWith('editor'), { id, note: '' });
  expect(await emailsTo(reader)).toHaveLength(1);
  expect(await toldTo(reader)).toHaveLength(1);
  await moderateComments(await actorWith('moderator'), [comment.id], 'delete');
  expect(await toldTo(reader)).toEqual([]);
  expect(await countUnread(reader)).toBe(0);
});

test('by e-mail as they chose, never to an address that is not confirmed, and on the site in any case', async () => {
  const [unwilling, unconfirmed] = [await suggested(), await suggested()];
  await saveChoices(unwilling.reader, { corrections: 'off' });
  await db.user.update({ where: { id: unconfirmed.reader.id }, data: { emailVerifiedAt: null } });
  for (const { id, reader } of [unwilling, unconfirmed]) {
    await declineCorrection(await actorWith('editor'), { id, note: '' });
    expect(await emailsTo(reader)).toEqual([]);
    expect(await toldTo(reader)).toHaveLength(1);
  }
});

test('an editor who decides their own suggestion is not told of it', async () => {
  const editor = await actorWith('editor');
  const { id } = await suggested(editor);
  await acceptCorrection(editor, { id, note: '' });
  expect(await emailsTo(editor)).toEqual([]);
  expect(await toldTo(editor)).toEqual([]);
});

test('it is told once, and not before it is decided', async () => {
  const { id, reader } = await suggested();
  expect(await tellOfCorrection({ correctionId: id })).toBe('unneeded');
  await declineCorrection(await actorWith('editor'), { id, note: '' });
  for (let time = 0; time < 2; time += 1) await tellOfCorrection({ correctionId: id });
  expect(await emailsTo(reader)).toHaveLength(1);
  expect(await toldTo(reader)).toHaveLength(1);
  expect(await tellOfCorrection({ correctionId: newId() })).toBe('unneeded');
});

test('what became of a correction is found by who suggested it alone', async () => {
  const { id, comment, reader } = await suggested();
  expect(await findDecided(reader, { id })).toBeNull();
  await declineCorrection(await actorWith('editor'), { id, note: 'No.' });
  expect(await findDecided(reader, { commentId: comment.id })).toMatchObject({ status: 'declined', note: 'No.' });
  expect(await findDecided(await actorWith('reader'), { id })).toBeNull();
});
