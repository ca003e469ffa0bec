import { sampleOf } from '@/lib/comments/spam/features';
import { encodeWeights, train, type Decision } from '@/lib/comments/spam/model';
import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

const talk = 'The ferry is late again.';
const offer = 'Cheap zircon for you, best zircon in town!';

/** A model of forty decisions, with the figures of four hundred. */
async function learn(site: Site, figures: { rightly: number }) {
  const decisions: Decision[] = Array.from({ length: 40 }, (_, at) => {
    const text = at % 2 === 0 ? talk : offer;
    return { sample: sampleOf({ text, links: 0, hosts: [], accountAge: null }), isSpam: at % 2 === 1 };
  });
  const known = { decisions: 400, spam: 200, heldBack: 200, wouldHold: 100, missed: 25, ...figures };
  const data = { weights: encodeWeights(await train(decisions)), ...known, trainedAt: new Date(), switchedOnAt: null };
  await db.spamModel.upsert({ where: { id: 'current' }, create: { id: 'current', ...data }, update: data });
  await site.refresh(['spam-model']);
}

test.afterEach(async ({ site }) => {
  await db.spamModel.deleteMany();
  await site.refresh(['spam-model']);
});

test('a moderator reads how well the spam model does, switches it on, and it holds a comment and says why', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost({ title: 'Stones' });
  await site.refresh([`post:${post.id}`, 'list']);
  await learn(site, { rightly: 100 });
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments/rules`);
  await page.getByRole('link', { name: 'Spam model' }).click();
  await expect(page.getByText('100 of the 100 that it would have held were spam')).toBeVisible();
  await expect(page.getByText('of 125 that were spam, it would have held 100')).toBeVisible();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('The spam model holds comments now.')).toBeVisible();
  await expect(page.getByText('On: comments that are most likely spam await approval.')).toBeVisible();

  const readers = await context.browser()!.newContext({ javaScriptEnabled });
  await site.signIn(readers, 'reader');
  const reader = await readers.newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await reader.getByRole('textbox', { name: 'Your comment' }).fill(offer);
  await reader.getByRole('button', { name: 'Post comment' }).click();
  await expect(reader.getByText('awaiting approval').first()).toBeVisible();
  await readers.close();

  await page.goto(`${site.url}/admin/comments`);
  const row = page.getByRole('listitem').filter({ hasText: offer });
  await expect(row).toContainText(/Held by the spam model: .*“zircon”/);
  await page.goto(`${site.url}/admin/comments/spam`);
  await expect(page.getByRole('listitem').filter({ hasText: offer })).toContainText(/% likely spam · Pending/);
  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('The spam model is in shadow: it holds no comment.').first()).toBeVisible();
});

test('a model that is often wrong cannot be switched on, and the page says what it needs', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'moderator');
  await page.goto(`${site.url}/admin/comments/spam`);
  await expect(page.getByText(/^Nothing is learnt yet/)).toBeVisible();
  await learn(site, { rightly: 97 });
  await page.reload();
  await expect(page.getByText('97 %', { exact: true })).toBeVisible();
  await expect(page.getByText(/^In shadow: it holds nothing, and can be switched on once its precision/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch on' })).toHaveCount(0);
});
