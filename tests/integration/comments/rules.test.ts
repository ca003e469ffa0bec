import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { editComment } from '@/lib/comments/editing';
import { moderateComments } from '@/lib/comments/moderation';
import { getThreadPage } from '@/lib/comments/queries';
import { listQueue } from '@/lib/comments/queue';
import { parseQueueFilter } from '@/lib/comments/queue-filter';
import { importRules, removeRule, saveRule, switchRule } from '@/lib/comments/rules/editing';
import { findRule, listRules } from '@/lib/comments/rules/queries';
import { DEFAULT_REFUSAL, MAX_PATTERNS, MAX_RULES, type RuleDraft } from '@/lib/comments/rules/rule';
import { testRecent, testText } from '@/lib/comments/rules/testing';
import { db } from '@/lib/database/db';
import { createComment, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

let moderator: Actor;

beforeEach(async () => {
  moderator = await actorWith('moderator');
});
afterEach(() => db.moderationRule.deleteMany());

const add = (overrides: Partial<RuleDraft> = {}) =>
  saveRule(moderator, {
    id: null,
    kind: 'word',
    text: 'casino',
    outcome: 'hold',
    message: '',
    note: '',
    ...overrides,
  });

async function onlyRule() {
  const [rule] = await listRules(moderator);
  return rule!;
}

async function queued(post: { id: string }, state: 'pending' | 'spam') {
  const { comments } = await listQueue(moderator, parseQueueFilter({ state, post: post.id }));
  return comments;
}

describe('a comment that meets a rule', () => {
  test('is held, says why in the queue, and is counted', async () => {
    await add();
    await add({ kind: 'link', text: 'win.example' });
    const post = await createPost();
    const reader = await knownReader();

    const comment = await say(reader, post.id, { body: 'Visit the C4S1N0 at https://www.win.example/now' });

    expect(comment.status).toBe('pending');
    expect(await queued(post, 'pending')).toMatchObject([
      { id: comment.id, verdict: 'Held because of the rules word “casino” and link “win.example”' },
    ]);
    expect(await listRules(moderator)).toMatchObject([
      { text: 'casino', hits: 1, lastHitAt: expect.any(Date) },
      { text: 'win.example', hits: 1 },
    ]);
    expect((await say(reader, post.id, { body: 'A quiet day.' })).status).toBe('approved');
    expect((await onlyRule()).hits).toBe(1);
  });

  test('is marked as spam: its author sees no more than that it waits, readers nothing', async () => {
    await add({ outcome: 'spam' });
    const post = await createPost();

    const comment = await say(await knownReader(), post.id, { body: 'casino' });

    expect(comment.status).toBe('pending');
    expect(await queued(post, 'spam')).toMatchObject([
      { id: comment.id, verdict: 'Marked as spam because of the rule word “casino”' },
    ]);
    expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
    expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).commentCount).toBe(0);
    await moderateComments(moderator, [comment.id], 'restore');
    expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).commentCount).toBe(1);
  });

  test('is refused with the sentence of the rule, or the usual one', async () => {
    await add({ outcome: 'refuse', message: 'No gambling here.' });
    await add({ outcome: 'refuse', kind: 'pattern', text: String.raw`win \d+` });
    const post = await createPost();
    const reader = await knownReader();

    const refusal = { code: 'invalid', message: 'No gambling here.', fields: { body: 'No gambling here.' } };
    await expect(say(reader, post.id, { body: 'The casino.' })).rejects.toMatchObject(refusal);
    await expect(say(reader, post.id, { body: 'WIN 500' })).rejects.toMatchObject({ message: DEFAULT_REFUSAL });
    expect(await db.comment.count({ where: { postId: post.id } })).toBe(0);
    expect((await listRules(moderator)).map(({ hits }) => hits)).toEqual([1, 1]);
  });

  test('cannot avoid it by an edit', async () => {
    await add({ outcome: 'hold' });
    await add({ outcome: 'refuse', text: 'roulette' });
    const post = await createPost();
    const reader = await knownReader();
    const { id } = await say(reader, post.id, { body: 'A quiet day.' });

    await expect(editComment(reader, { id, body: 'roulette' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await editComment(reader, { id, body: 'A cas**ino**.' })).toMatchObject({ status: 'pending' });

    expect(await queued(post, 'pending')).toMatchObject([{ id, verdict: 'Held because of the rule word “casino”' }]);
    expect((await getThreadPage(post.id, 1))?.comments).toEqual([]);
  });

  test('and was approved is judged by its next text alone', async () => {
    await add();
    const post = await createPost();
    const reader = await knownReader();
    const { id } = await say(reader, post.id, { body: 'casino' });
    await moderateComments(moderator, [id], 'approve');
    const links = [1, 2, 3].map((n) => `https://example.com/${n}`).join(' ');

    expect(await editComment(reader, { id, body: links })).toMatchObject({ status: 'pending' });

    expect(await queued(post, 'pending')).toMatchObject([{ id, verdict: '' }]);
  });

  test('of staff is not checked', async () => {
    await add({ outcome: 'refuse' });
    const post = await createPost();
    expect((await say(await actorWith('author'), post.id, { body: 'A casino.' })).status).toBe('approved');
  });

  test('is let through once the rule is off or gone, at once', async () => {
    await add({ outcome: 'refuse' });
    const { id } = await onlyRule();
    const post = await createPost();
    const reader = await knownReader();
    const { tags } = await madeStaleBy(() => switchRule(moderator, { id, enabled: false }));
    expect(tags).toEqual([cacheTags.moderationRules]);
    expect((await say(reader, post.id, { body: 'casino one' })).status).toBe('approved');
    await switchRule(moderator, { id, enabled: true });
    await expect(say(reader, post.id, { body: 'casino two' })).rejects.toMatchObject({ code: 'invalid' });
    await removeRule(moderator, id);
    expect((await say(reader, post.id, { body: 'casino two' })).status).toBe('approved');
  });

  test('held by a rule and purged takes its verdict with it', async () => {
    await add();
    const post = await createPost();
    const { id } = await say(await knownReader(), post.id, { body: 'casino' });
    await db.comment.delete({ where: { id } });
    expect(await db.commentVerdict.count({ where: { commentId: id } })).toBe(0);
  });
});

describe('rules', () => {
  test('are for moderators', async () => {
    const author = await actorWith('author');
    const draft = { id: null, kind: 'word', text: 'casino', outcome: 'hold', message: '', note: '' } as const;
    const refusal = { code: 'forbidden' };
    await expect(saveRule(author, draft)).rejects.toMatchObject(refusal);
    await expect(importRules(author, { kind: 'word', outcome: 'hold', lines: 'casino' })).rejects.toMatchObject(
      refusal,
    );
    await expect(removeRule(author, 'x')).rejects.toMatchObject(refusal);
    await expect(switchRule(author, { id: 'x', enabled: false })).rejects.toMatchObject(refusal);
    await expect(testText(author, 'casino')).rejects.toMatchObject(refusal);
    await expect(testRecent(author)).rejects.toMatchObject(refusal);
    await expect(listRules(author)).rejects.toMatchObject(refusal);
    expect(await listRules(moderator)).toEqual([]);
  });

  test('are stored as they are compared, changed, and in the audit log', async () => {
    await add({ kind: 'link', text: 'https://www.Win.example/now' });
    const { id, text } = await onlyRule();
    expect(text).toBe('win.example');
    await saveRule(moderator, {
      id,
      kind: 'word',
      text: ' Free\tMoney ',
      outcome: 'spam',
      message: '',
      note: 'Seen a lot.',
    });
    expect(await findRule(moderator, id)).toMatchObject({ kind: 'word', text: 'free money', note: 'Seen a lot.' });
    await removeRule(moderator, id);
    expect(await findRule(moderator, id)).toBeNull();
    const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual(['rule.add', 'rule.save', 'rule.remove']);
  });

  test('that cannot be used, are double or are gone are refused in a sentence', async () => {
    const broken = 'This pattern cannot be read: missing closing ), at character 1, “a(b”.';
    await expect(add({ kind: 'pattern', text: 'a(b' })).rejects.toMatchObject({ fields: { text: broken } });
    await add();
    const double = 'There is a rule for the word “casino” already. Change that one.';
    await expect(add({ text: 'CASINO' })).rejects.toMatchObject({ fields: { text: double } });
    const { id } = await onlyRule();
    await removeRule(moderator, id);
    const gone = { code: 'not_found', message: 'This rule no longer exists.' };
    await expect(removeRule(moderator, id)).rejects.toMatchObject(gone);
    await expect(switchRule(moderator, { id, enabled: true })).rejects.toMatchObject(gone);
  });

  test('are imported line by line, all or none', async () => {
    await add({ text: 'poker' });
    const lines = '# Gambling\nCasino\n\n  roulette \ncasino\npoker\r\n';
    expect(await importRules(moderator, { kind: 'word', outcome: 'spam', lines })).toEqual({ added: 2, known: 1 });
    const broken = importRules(moderator, { kind: 'pattern', outcome: 'hold', lines: 'fine\nab**' });
    await expect(broken).rejects.toMatchObject({
      fields: { lines: expect.stringMatching(/^Line 2: .*at character 3, “\*\*”\. Nothing was imported\.$/) },
    });
    expect((await listRules(moderator)).map(({ text }) => text)).toEqual(['casino', 'poker', 'roulette']);
  });

  test('are at most 500, of which 100 patterns', async () => {
    const list = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, at) => `${prefix}${at}`).join('\n');
    const patterns = importRules(moderator, { kind: 'pattern', outcome: 'hold', lines: list(MAX_PATTERNS + 1, 'p') });
    await expect(patterns).rejects.toMatchObject({ message: expect.stringContaining('100 patterns') });
    await importRules(moderator, { kind: 'word', outcome: 'hold', lines: list(MAX_RULES, 'w') });
    await expect(add()).rejects.toMatchObject({ message: expect.stringContaining('500 rules') });
    expect(await listRules(moderator)).toHaveLength(MAX_RULES);
  });
});

describe('a test', () => {
  test('says what would happen to a text and where rules match, and counts nothing', async () => {
    await add({ outcome: 'refuse' });
    await add({ kind: 'link', text: 'win.example' });
    const result = await testText(moderator, 'A fine **C4sino** at [this place](https://win.example/x).');
    expect(result).toMatchObject({
      sentence: 'This comment would be refused.',
      matches: [
        { rule: 'word “casino”', before: 'A fine ', found: 'C4sino' },
        { rule: 'link “win.example”', found: 'win.example' },
      ],
    });
    expect((await testText(moderator, 'A quiet day.')).sentence).toContain('No rule matches');
    expect((await listRules(moderator)).map(({ hits }) => hits)).toEqual([0, 0]);
  });

  test('tries the active rules, or one that is not saved, on stored comments', async () => {
    const post = await createPost();
    const { id } = await createComment(post.id, { body: 'My zeppelin is late.' });
    const unsaved = { id: '', kind: 'word', text: 'zeppelin', outcome: 'hold', message: '' } as const;
    const comment = { id, slug: post.slug };
    const found = await testRecent(moderator, unsaved);
    expect(found.sentence).toMatch(/^The word “zeppelin” matches 1 of the last \d+ comments\.$/);
    expect(found.matches).toMatchObject([{ before: 'My ', found: 'zeppelin', after: ' is late.', comment }]);
    expect((await testRecent(moderator)).matches).toEqual([]);
    await add({ text: 'zeppelin' });
    expect((await testRecent(moderator)).matches).toMatchObject([{ comment }]);
  });
});
