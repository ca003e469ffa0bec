import sharp from 'sharp';
import { db } from '@/lib/database/db';
import { muteAuthor } from '@/lib/mutes/muting';
import { followPost } from '@/lib/notifications/following';
import { unsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { removeWithReason } from '@/lib/comments/statements/removing';
import { reportComment } from '@/lib/comments/reports/reporting';
import { storeSettings } from '@/lib/settings/queries';
import { createComment, knownReader, say } from '../factories/comments';
import { createPost } from '../factories/posts';
import { actorWith } from '../factories/users';
import { untilHydrated } from './hydrated';
import { leftInEnglish, speak } from './shown-words';
import { expect, test } from './site';

for (const language of ['de', 'ar']) {
  test(`the account and the forms of a reader are in the site's language (${language})`, async ({
    page,
    context,
    site,
  }) => {
    await storeSettings({
      commentReports: true,
      corrections: true,
      mediaKit: true,
      mediaKitContact: 'ads@example.test',
    });
    const person = await site.signIn(context, 'reader', 'Ida Brandt');
    const ida = { ...person, role: 'reader' as const, sessionId: '', emailVerified: true };
    const ole = await knownReader('Ole Petersen');
    const post = await createPost({ title: 'Moorings', commentsMode: 'open' });
    const question = await createComment(post.id, { authorId: ida.id, body: 'Herring.' });
    const reply = await say(ole, post.id, { parentId: question.id, body: 'Mackerel.' });
    await db.comment.update({ where: { id: reply.id }, data: { status: 'approved' } });
    const removed = await createComment(post.id, { authorId: ida.id, body: 'Ropes.' });
    const { statementId } = await removeWithReason(await actorWith('moderator', 'Mona Lind'), {
      id: removed.id,
      reason: 'spam',
      explanation: '',
    });
    await followPost(ida, { postId: post.id, follow: 'yes' });
    await muteAuthor(ida, { commentId: reply.id, intent: 'mute' });
    const { token } = await reportComment(
      { commentId: reply.id, reason: 'spam', text: '' },
      { actor: ida, address: '192.0.2.7' },
    );
    const { slug } = await db.user.findUniqueOrThrow({ where: { id: ole.id }, select: { slug: true } });
    await db.user.update({ where: { id: ole.id }, data: { hasProfile: true } });
    await site.refresh(['list', 'menu', 'slots', `post:${post.id}`, `comments:${post.id}`]);
    const link = unsubscribeToken({ userId: ida.id, subscription: 'replies' });
    const addresses = [
      '/account',
      '/account?confirmed=1',
      '/account/picture',
      '/account/muted',
      '/account/notifications',
      '/account/decisions',
      `/account/decisions/${statementId}`,
      `/account/unsubscribe?token=${link}`,
      '/account/unsubscribe?token=none',
      '/signin/passkey',
      `/comments/by/${slug}`,
      `/${post.slug}/comments/${question.id}/history`,
      `/comments/reports/new/${reply.id}`,
      `/comments/reports/${token}`,
      `/corrections/suggest/${post.id}`,
      '/comments/publish?token=none',
      '/media-kit',
    ];
    expect(await leftInEnglish(page, site, { language, addresses })).toEqual([]);

    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of addresses) {
        await page.goto(site.url + address);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect([address, width, Math.max(0, overflow)]).toEqual([address, width, 0]);
      }
    }
  });
}

test('what forms of the account answer is in the site’s language, also after a redirect', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'reader', 'Ida Brandt');
  await speak(site, 'de');
  await page.goto(`${site.url}/account`);
  const profile = page.locator('form', { has: page.getByLabel('Name', { exact: true }) });
  if (javaScriptEnabled) await untilHydrated(profile);
  await profile.getByLabel('Name', { exact: true }).fill('Ida B');
  await profile.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('.notice--done')).toHaveText(
    'Gespeichert. Ihr neuer Name steht jetzt bei allem, was Sie geschrieben haben.',
  );
  await page.goto(`${site.url}/account/picture`);
  const form = page.locator('form', { has: page.getByLabel('Bilddatei') });
  if (javaScriptEnabled) await untilHydrated(form);
  await form.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('.notice--refused').first()).toContainText('Wählen Sie zuerst ein Bild aus.');
  const buffer = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
  await form.getByLabel('Bilddatei').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
  await form.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('.notice--done')).toHaveText(
    'Gespeichert. Ihr Bild steht jetzt bei allem, was Sie geschrieben haben.',
  );
});
