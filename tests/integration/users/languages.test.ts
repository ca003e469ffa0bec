import { beforeEach, expect, test } from 'vitest';
import { newDevice } from '@/lib/auth/device-record';
import { appeal, decideAppeal } from '@/lib/comments/statements/appealing';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { db } from '@/lib/database/db';
import { translatorOf } from '@/lib/i18n/translator';
import { digestEmail } from '@/lib/notifications/digest-text';
import { storeSettings } from '@/lib/settings/queries';
import { deleteDueAccounts } from '@/lib/users/delete-account';
import { emailWriters } from '@/lib/users/email-texts';
import { requestPublishing } from '@/lib/users/publishing-by-mail';
import { requestMagicLink } from '@/lib/users/sign-in';
import { createComment, draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { actorWith, createUser } from '../../factories/users';

beforeEach(async () => {
  await db.rateLimit.deleteMany();
  await storeSettings({ siteName: 'Hafenpost', language: 'de' });
});

test('the link that publishes a comment is sent in the site’s language', async () => {
  const post = await createPost({ title: 'Netze' });
  const email = 'schreiberin@example.test';
  await requestPublishing(draftFor(post.id, { body: 'Vom Pier.' }), { name: 'Ida Brandt', email });

  const [sent] = await queuedEmailsTo(email);
  expect(sent?.subject).toBe('Veröffentlichen Sie Ihren Kommentar auf Hafenpost');
  expect(sent?.text).toContain('einen Kommentar zu „Netze“ geschrieben');
  expect(sent?.text).toContain('Der Link gilt 7 Tage');
  expect(sent?.html).toContain('Oder kopieren Sie diese Adresse: <a');
  expect(sent?.html).toContain('lang="de" dir="ltr"');
});

test('a link to sign in is sent in the language that the site has by then, from right to left', async () => {
  const { email } = await createUser({ name: 'ليلى' });
  await requestMagicLink({ email: email ?? '', to: '' }, newDevice());
  await storeSettings({ language: 'ar' });

  const [sent] = await queuedEmailsTo(email ?? '');
  expect(sent?.subject).toBe('رابط تسجيل دخولك إلى \u2068Hafenpost\u2069');
  expect(sent?.text).toContain('مرحبًا ليلى،');
  expect(sent?.html).toContain('lang="ar" dir="rtl"');
});

test('a reply is told of in the site’s language', async () => {
  const [asker, answerer] = [await knownReader('Ida Brandt'), await knownReader('Ole Petersen')];
  const post = await createPost({ title: 'Netze' });
  const question = await say(asker, post.id, { body: 'Welcher Knoten hält?' });
  await say(answerer, post.id, { parentId: question.id, body: 'Der Palstek.' });

  const { email } = await db.user.findUniqueOrThrow({ where: { id: asker.id }, select: { email: true } });
  const [sent] = await queuedEmailsTo(email ?? '');
  expect(sent?.text).toContain('Ole Petersen hat auf Ihren Kommentar zu „Netze“ auf Hafenpost geantwortet:');
  expect(sent?.text).toContain('Sie hatten geschrieben: „Welcher Knoten hält?“');
  expect(sent?.text).toContain('Abbestellen:');
});

function toldOf(id: string) {
  return { id, name: 'Ida', emailVerifiedAt: new Date(), deletesAt: new Date() };
}

function linksIn(language: string) {
  const dates = { language, timeZone: 'UTC' };
  return { secret: () => Promise.resolve('x'), siteName: 'Hafenpost', t: translatorOf(language), dates };
}

// That to confirm an address is not sent to whoever has confirmed it.
const aboutAccounts = [
  'sign-up-again',
  'reset-password',
  'magic-link',
  'invite',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'deletion-scheduled',
] as const;

test.each(aboutAccounts)('no sentence of the e-mail “%s” is left in English', async (kind) => {
  const written = async (language: string) => {
    const email = await emailWriters[kind](toldOf('u'), linksIn(language), { to: '', byId: '' } as never);
    if (!email) throw new Error(kind);
    return [email.subject, email.greeting, ...email.paragraphs, email.action?.label, ...(email.closing ?? [])];
  };
  const english = await written('en');
  for (const language of ['de', 'ar']) {
    expect((await written(language)).filter((sentence) => english.includes(sentence))).toEqual([]);
  }
});

test('an author is told in the site’s language why a comment was removed, and that an appeal was decided', async () => {
  const author = await knownReader('Ida Brandt');
  const moderator = await actorWith('moderator');
  const { id } = await createComment((await createPost()).id, { authorId: author.id, body: 'Kauft Seile.' });
  const { statementId } = await removeWithReason(moderator, { id, reason: 'spam', explanation: 'Bitte nicht.' });
  const removal = await emailWriters['comment-removed'](toldOf(author.id), linksIn('de'), { statementId });
  await appeal(author, { statementId, appeal: 'Das war ernst gemeint.' });
  await decideAppeal(await actorWith('moderator'), { statementId, answer: '', intent: 'upheld' });
  const decision = await emailWriters['appeal-decided'](toldOf(author.id), linksIn('de'), { statementId });

  expect(removal?.subject).toBe('Ihr Kommentar auf Hafenpost wurde entfernt');
  expect(removal?.paragraphs.slice(0, 3)).toEqual([
    'Die Moderation hat Ihren Kommentar entfernt: „Kauft Seile.“',
    'Grund: Spam oder Werbung. Bitte nicht.',
    'Entschieden hat ein Mensch, ohne Software.',
  ]);
  expect(decision?.subject).toBe('Ihrem Widerspruch bei Hafenpost wurde stattgegeben');
});

test('the digest is in the site’s language', async () => {
  const comment = { bodyHtml: '<p>Vom Pier.</p>', authorName: '', author: { name: 'Ole' }, post: { title: 'Netze' } };
  const { template } = await digestEmail([{ kind: 'mention', comment }], { id: 'u', name: 'Ida', day: '2026-11-29' });
  expect(template.subject).toBe('Ein neuer Kommentar auf Hafenpost');
  expect(template.paragraphs).toEqual([
    'Das ist seit der letzten E-Mail von Hafenpost hinzugekommen:',
    'Ole hat Sie in einem Kommentar zu „Netze“ erwähnt: Vom Pier.',
  ]);
  expect(template.closing).toEqual([
    'Sie erhalten diese E-Mail, weil Sie einmal am Tag benachrichtigt werden möchten.',
  ]);
});

test('a deleted person is called so in the site’s language', async () => {
  const { id } = await createUser({ name: 'Ida', deletesAt: new Date(Date.now() - 1000) });
  await deleteDueAccounts();
  expect(await db.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).toEqual({
    name: 'Gelöschte Person',
  });
});
