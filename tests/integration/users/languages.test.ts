import { beforeEach, expect, test } from 'vitest';
import { newDevice } from '@/lib/auth/device-record';
import { db } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import { requestPublishing } from '@/lib/users/publishing-by-mail';
import { requestMagicLink } from '@/lib/users/sign-in';
import { draftFor, knownReader, say } from '../../factories/comments';
import { createPost } from '../../factories/posts';
import { queuedEmailsTo } from '../../factories/queued-emails';
import { createUser } from '../../factories/users';

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
  expect(sent?.subject).toBe('رابط تسجيل دخولك إلى Hafenpost');
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
