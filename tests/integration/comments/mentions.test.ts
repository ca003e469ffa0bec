import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/passwords';
import { editAnyComment, editComment } from '@/lib/comments/editing';
import { findMentionable, listMentionable } from '@/lib/comments/mentions/queries';
import { moderateComments } from '@/lib/comments/moderation';
import { rerenderComments } from '@/lib/comments/rerendering';
import { onStatement } from '@/lib/database/query-events';
import { db } from '@/lib/database/db';
import { muteAuthor } from '@/lib/mutes/muting';
import { saveChoices } from '@/lib/notifications/choices';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { updateProfile } from '@/lib/users/profile';
import { createComment, draftFor, knownReader, say } from '../../factories/comments';
import { deleteAccount } from '../../factories/deleted-accounts';
import { createPost } from '../../factories/posts';
import { emailsTo, runQueue, toldTo } from '../../factories/queued-emails';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

beforeEach(async () => {
  await db.outbox.deleteMany();
  await storeSettings({ siteName: 'Harbour News', commentModeration: 'first' });
});

const PASSWORD = 'a long enough password';

/** A name that nobody else bears in this file's database. */
const fresh = (first: string) => `${first} ${newId().slice(-6)}`;
const htmlOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).bodyHtml;
const slugOf = async ({ id }: Actor) => (await db.user.findUniqueOrThrow({ where: { id } })).slug;
const mentionsOf = (commentId: string) =>
  db.commentMention.findMany({ where: { commentId }, select: { userId: true, typed: true } });
const toldOf = async (actor: Actor) => (await toldTo(actor)).map(({ commentId, kind }) => ({ commentId, kind }));

/** A thread in which somebody wrote, and somebody else who writes there next. */
async function thread() {
  const post = await createPost({ title: 'Nets and knots' });
  const [ida, writer] = [await knownReader(fresh('Ida Brandt')), await knownReader(fresh('Ole'))];
  const first = await say(ida, post.id);
  const mention = (words = 'Ask @NAME, she knows.', actor = writer) =>
    say(actor, post.id, { body: words.replaceAll('NAME', ida.name) });
  return { post, ida, writer, first, mention };
}

describe('a mention', () => {
  test('takes any apostrophe for another, and tells nobody whose name goes on after a hyphen', async () => {
    const { post, writer } = await thread();
    const anna = await knownReader(fresh('Anna'));
    const marie = await knownReader(`${anna.name}-Marie O’Neil`);
    for (const person of [anna, marie]) await say(person, post.id);
    const typed = marie.name.replace('’', "'");
    const { id } = await say(writer, post.id, { body: `Ask @${typed}, not @${anna.name}-Lotte.` });
    expect(await mentionsOf(id)).toEqual([{ userId: marie.id, typed: marie.name }]);

    const same = await knownReader(typed);
    await say(same, post.id);
    const { id: later } = await say(writer, post.id, { body: `Which of both is @${typed}?` });
    expect(await mentionsOf(later)).toEqual([]);
  });

  test('minds no case, also of letters beyond ASCII, unless two names differ in nothing else', async () => {
    const { post, writer } = await thread();
    const emile = await knownReader(fresh('Émile Åström'));
    await say(emile, post.id);
    for (const typed of [emile.name.toLowerCase(), emile.name.toUpperCase()]) {
      const { id } = await say(writer, post.id, { body: `Ask @${typed}.` });
      expect(await mentionsOf(id)).toEqual([{ userId: emile.id, typed: emile.name }]);
      expect(await htmlOf(id)).toContain(`@<bdi>${emile.name}</bdi>`);
    }
    await say(await knownReader(emile.name.toLowerCase()), post.id);
    const { id } = await say(writer, post.id, { body: `Which of both is @${emile.name}?` });
    expect(await mentionsOf(id)).toEqual([]);
  });

  test('is a name of somebody who wrote in the thread, and leads to their page', async () => {
    const { ida, mention } = await thread();
    const { id } = await mention();
    expect(await mentionsOf(id)).toEqual([{ userId: ida.id, typed: ida.name }]);
    expect(await htmlOf(id)).toBe(
      `<p>Ask <a class="mention" href="/comments/by/${await slugOf(ida)}" rel="nofollow">@<bdi>${ida.name}</bdi></a>, she knows.</p>`,
    );
  });

  test('is none of a person outside the thread, of a comment that awaits approval, of oneself, or muted, and none in code and links', async () => {
    const { post, ida, writer, mention } = await thread();
    const outside = await knownReader(fresh('Per'));
    const held = await actorWith('reader', fresh('Jette'));
    await createComment(post.id, { authorId: held.id, status: 'pending' });
    const bodies = [outside, held, writer].map(({ name }) => `Ask @${name}.`);
    for (const body of [...bodies, `\`@${ida.name}\``, `[@${ida.name}](https://example.test)`]) {
      const { id } = await say(writer, post.id, { body });
      expect(await mentionsOf(id)).toEqual([]);
      expect(await htmlOf(id)).not.toContain('mention');
    }
    const [comment] = await db.comment.findMany({ where: { authorId: ida.id, postId: post.id } });
    await muteAuthor(writer, { commentId: comment!.id, intent: 'mute' });
    expect(await mentionsOf((await mention()).id)).toEqual([]);
  });

  test('is none where two bear the name, but by the name of a page', async () => {
    const { post, ida, writer } = await thread();
    const other = await actorWith('reader', ida.name);
    await createComment(post.id, { authorId: other.id });
    expect(await mentionsOf((await say(writer, post.id, { body: `@${ida.name}?` })).id)).toEqual([]);
    const slug = await slugOf(other);
    const { id } = await say(writer, post.id, { body: `@${slug}?` });
    expect(await mentionsOf(id)).toEqual([{ userId: other.id, typed: slug }]);
    expect(await htmlOf(id)).toContain(`@<bdi>${other.name}</bdi>`);
    const offered = await listMentionable(writer, post.id);
    expect(offered).toContainEqual({ name: other.name, typed: slug });
    expect(offered.map(({ typed }) => typed)).not.toContain(ida.name);
  });

  test('of more than ten people is refused with a sentence, and ten are not', async () => {
    const { post, writer } = await thread();
    const names: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      const { id, name } = await actorWith('reader', fresh(`P${count}`));
      await createComment(post.id, { authorId: id });
      names.push(`@${name}`);
    }
    await expect(say(writer, post.id, { body: names.join(' ') })).rejects.toMatchObject({
      message: /A comment can mention at most 10 people, and this one mentions 11\./,
    });
    const { id } = await say(writer, post.id, { body: names.slice(1).join(' ').repeat(2) });
    expect(await mentionsOf(id)).toHaveLength(10);
  });

  test('costs a comment without a sign nothing', async () => {
    const { post, writer } = await thread();
    const seen: string[] = [];
    const stop = onStatement(({ sql }) => seen.push(sql));
    await say(writer, post.id, { body: 'No names here.' });
    stop();
    expect(seen.filter((sql) => sql.includes('CommentMention'))).toEqual([]);
  });
});

test('only whom one can mention is offered, and to nobody what others muted', async () => {
  const { post, ida, writer } = await thread();
  expect(await listMentionable(writer, post.id)).toEqual([{ name: ida.name, typed: ida.name }]);
  expect(await listMentionable(ida, post.id)).toEqual([]);
  expect(await findMentionable(writer, 'none', `@${ida.name}`)).toEqual([]);
  const { id } = await say(writer, post.id);
  expect(await listMentionable(ida, post.id)).toEqual([{ name: writer.name, typed: writer.name }]);
  await muteAuthor(ida, { commentId: id, intent: 'mute' });
  expect(await listMentionable(ida, post.id)).toEqual([]);
  await db.post.update({ where: { id: post.id }, data: { status: 'private' } });
  expect(await listMentionable(writer, post.id)).toEqual([]);
  expect(await findMentionable(writer, post.id, `@${ida.name}`)).toEqual([]);
});

describe('somebody who is mentioned', () => {
  test('is told once on the site and by e-mail, however often the comment appears', async () => {
    const { ida, mention } = await thread();
    const moderator = await actorWith('moderator');
    const { id } = await mention();
    await runQueue();
    await moderateComments(moderator, [id], 'hide');
    await moderateComments(moderator, [id], 'approve');
    await runQueue();
    expect(await toldOf(ida)).toEqual([{ commentId: id, kind: 'mention' }]);
    const [email, ...others] = await emailsTo(ida);
    expect(others).toEqual([]);
    expect(email?.text).toContain('mentioned you in a comment on “Nets and knots” at Harbour News');
    expect(email?.text).toContain('You get this e-mail because a comment mentions you.');
  });

  test('is not told twice of a reply, nor at all by a muted author, of a pending comment, or by e-mail against their choice', async () => {
    const { post, ida, writer, first, mention } = await thread();
    const reply = await say(writer, post.id, { parentId: first.id, body: `@${ida.name}, yes.` });
    await runQueue();
    expect(await toldOf(ida)).toEqual([{ commentId: reply.id, kind: 'reply' }]);

    await saveChoices(ida, { mentions: 'off' });
    const quiet = await mention();
    await runQueue();
    expect(await toldOf(ida)).toContainEqual({ commentId: quiet.id, kind: 'mention' });
    expect(await emailsTo(ida)).toHaveLength(1);

    const newcomer = await actorWith('reader', fresh('New'));
    const { id: held, status } = await mention('@NAME!', newcomer);
    expect(status).toBe('pending');
    await runQueue();
    expect((await toldOf(ida)).map(({ commentId }) => commentId)).not.toContain(held);

    await muteAuthor(ida, { commentId: reply.id, intent: 'mute' });
    const { id: muted } = await mention('@NAME?');
    await runQueue();
    expect((await toldOf(ida)).map(({ commentId }) => commentId)).not.toContain(muted);
  });

  test('is told of a change that mentions them, and nobody else is told of it again', async () => {
    const { post, ida, writer, mention } = await thread();
    const jonas = await knownReader(fresh('Jonas'));
    await say(jonas, post.id);
    const { id } = await mention();
    await runQueue();
    const follower = await knownReader(fresh('Follower'));
    await db.postFollow.create({ data: { postId: post.id, userId: follower.id, createdAt: new Date() } });
    await editComment(writer, { id, body: `Ask @${ida.name} or @${jonas.name}.` });
    await runQueue();
    expect(await toldOf(jonas)).toEqual([{ commentId: id, kind: 'mention' }]);
    expect(await toldOf(ida)).toHaveLength(1);
    expect(await toldOf(follower)).toEqual([]);

    await editComment(writer, { id, body: 'Ask nobody.' });
    expect(await mentionsOf(id)).toEqual([]);
    await editAnyComment(await actorWith('moderator'), { id, body: `Ask @${jonas.name}.` });
    await runQueue();
    expect(await mentionsOf(id)).toEqual([{ userId: jonas.id, typed: jonas.name }]);
    expect(await toldOf(jonas)).toHaveLength(1);
  });
});

describe('what a mention shows', () => {
  test('follows the name and the page of the person, in the text as it was typed, and through a change of it', async () => {
    const { post, ida, writer, mention } = await thread();
    const { id } = await mention();
    const renamed = fresh('Ida <Holm>');
    const { tags } = await madeStaleBy(() => updateProfile(ida, { name: renamed, hasProfile: false }));
    expect(tags).toContain(`comments:${post.id}`);
    const shown = `<span class="mention">@<bdi>${renamed.replace('<', '&lt;').replace('>', '&gt;')}</bdi></span>`;
    expect(await htmlOf(id)).toBe(`<p>Ask ${shown}, she knows.</p>`);

    await editComment(writer, { id, body: `Do ask @${ida.name}.` });
    expect(await htmlOf(id)).toBe(`<p>Do ask ${shown}.</p>`);
    await db.comment.update({ where: { id }, data: { renderVersion: 0, bodyHtml: '' } });
    await rerenderComments();
    expect(await htmlOf(id)).toBe(`<p>Do ask ${shown}.</p>`);
  });

  test('is plain text once the account is deleted, and the person’s own file names the comments until then', async () => {
    const { ida, mention } = await thread();
    const { id } = await mention();
    const { mentions } = await exportOwnData(ida);
    expect(mentions).toMatchObject([
      { typed: ida.name, comment: expect.stringContaining(`/comments/${id}`) as string },
    ]);
    await db.user.update({ where: { id: ida.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    await deleteAccount(ida, { ownPassword: PASSWORD });
    expect(await mentionsOf(id)).toEqual([]);
    expect(await htmlOf(id)).toBe(`<p>Ask @${ida.name}, she knows.</p>`);
  });
});

test('what was sent twice at once mentions once', async () => {
  const { post, ida, writer } = await thread();
  const draft = draftFor(post.id, { body: `@${ida.name}!`, idempotencyKey: newId() });
  const { submitComment } = await import('@/lib/comments/submission');
  const [one, other] = await Promise.all([submitComment(writer, draft), submitComment(writer, draft)]);
  expect(other.id).toBe(one.id);
  await runQueue();
  expect(await toldOf(ida)).toEqual([{ commentId: one.id, kind: 'mention' }]);
});
