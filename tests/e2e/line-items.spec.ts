import type { Page } from '@playwright/test';
import { readDb } from '@/lib/database/db';
import { chooseLineItem } from '@/lib/slots/choice';
import { sanitiseBody } from '@/lib/html/sanitising';
import { renderBody } from '@/lib/posts/rendering/rendering';
import { conditionSchema, forEveryone } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { createSlot, deleteSlot, moveSlot } from '@/lib/slots/own-slots';
import { saveSlot } from '@/lib/slots/saving';
import { defaultSlotSettings } from '@/lib/slots/slot';
import { addLineItem, bodyOf, codeDraft, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { createPost } from '../factories/posts';
import { actorWith } from '../factories/users';
import { expect, test, type Site } from './site';

/** What is sent is in the tables some six seconds later. */
const soon = { timeout: 30_000 };

async function articleWith(site: Site) {
  const post = await createPost(bodyOf(12));
  await site.refresh(['slots', 'list']);
  return `${site.url}/${post.slug}`;
}

/** A number that, drawn by the page, gives it a seed with which this line item is chosen. */
function numberFor(wanted: string, ids: string[]) {
  const isWanted = (random: number) =>
    chooseLineItem({
      box: 'below-title-slot.1',
      listed: ids.map((id) => ({ id, alternatives: null })),
      candidates: Object.fromEntries(ids.map((id) => [id, { tier: 2, weight: 1 }])),
      facts: { now: 0, width: 0, isSignedIn: false, language: '', weekday: 0, hour: 0, referrer: '', savesData: false },
      seen: { page: {}, session: {}, day: {}, competitors: {} },
      seed: random.toString(36).slice(2),
    }).chosen === wanted;
  return Array.from({ length: 100 }, (_, index) => (index + 1) / 128).find(isWanted) ?? 0;
}

async function drawing(page: Page, number: number) {
  await page.addInitScript((drawn) => void (Math.random = () => drawn), number);
}

async function countsOf(creativeId: string | null) {
  const columns = { eligible: true, served: true, clicks: true };
  return readDb.slotStatistic.findFirst({ where: { creativeId: creativeId ?? '' }, select: columns });
}

test.beforeEach(async ({ site: _site }) => removeLineItems());

test('two line items take turns by weight: each reader gets the one drawn, and it is counted for itself', async ({
  browser,
  site,
}) => {
  const { id: first, creativeId } = await fillSlot(
    'below-title',
    textDraft({ headline: 'Ropes', linkUrl: '/archive' }),
  );
  const { id: second } = await addLineItem('below-title', codeDraft('<p>Lamps</p>'));
  const { creativeId: other } = await readDb.lineItem.findUniqueOrThrow({ where: { id: second } });
  const address = await articleWith(site);
  const visitWith = async (wanted: string) => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await drawing(page, numberFor(wanted, [first, second]));
    await page.clock.install();
    await page.goto(address);
    return { page, problems };
  };

  const one = await visitWith(first);
  const link = one.page.locator('[data-slot="below-title"]').getByRole('link', { name: /Ropes/ });
  await expect(link).toHaveAttribute('rel', 'sponsored noopener');
  const opened = one.page.context().waitForEvent('page');
  await link.click();
  await (await opened).close();
  const two = await visitWith(second);
  const frame = two.page.locator('[data-slot="below-title"] iframe');
  await expect(frame).toHaveAttribute('title', 'Advertisement: Below the title');
  await expect(two.page.frameLocator('[data-slot="below-title"] iframe').getByText('Lamps')).toBeVisible();
  for (const { page, problems } of [one, two]) {
    // Interaction loads React, which leaves the boxes alone.
    await page.locator('body').press('Tab');
    await expect(page.locator('[data-slot="below-title"] .slot__choice > *')).toHaveCount(1);
    // By its timer: a browser that is closed at once may lose what a page sends as it is left.
    await page.clock.fastForward(10_000);
    expect(problems).toEqual([]);
  }
  await expect.poll(() => countsOf(creativeId), soon).toEqual({ eligible: 1, served: 1, clicks: 1 });
  await expect.poll(() => countsOf(other), soon).toEqual({ eligible: 1, served: 1, clicks: 0 });
});

test('nothing on the page moves when a choice is drawn, nor where there is none for the reader', async ({
  page,
  site,
}) => {
  await fillSlot('below-title', textDraft({ headline: 'Ropes' }));
  await addLineItem('below-title', textDraft({ headline: 'Lamps' }));
  await fillSlot('footer', null);
  const conditions = [conditionSchema.parse({ reader: 'signed-in' })];
  await addLineItem('footer', textDraft({ headline: 'For members' }), { conditions });
  await fillSlot('header', null);
  await addLineItem('header', textDraft({ headline: 'For members' }), { conditions });
  const address = await articleWith(site);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

  await page.goto(address);
  await expect(page.locator('[data-slot="below-title"] strong')).toHaveText(/Ropes|Lamps/);
  await expect(page.locator('[data-slot="footer"]')).toBeHidden();
  await expect(page.locator('[data-slot="header"]')).toBeHidden();
  await expect(page.getByText('For members')).toHaveCount(0);
  expect(await page.evaluate('shifts')).toEqual([]);
});

test('conditions hold for each reader of one cached page: width, who is signed in, where they come from', async ({
  browser,
  context,
  page,
  site,
}) => {
  await fillSlot('below-title', textDraft({ headline: 'For everybody' }));
  const when = (condition: object) => ({
    tier: 'sponsorship' as const,
    conditions: [conditionSchema.parse(condition)],
  });
  await addLineItem('below-title', textDraft({ headline: 'On mobile' }), when({ maximumWidth: 600 }));
  await addLineItem('below-title', textDraft({ headline: 'For members' }), when({ reader: 'signed-in' }));
  await addLineItem(
    'below-title',
    textDraft({ headline: 'From the news' }),
    when({ onlyReferrers: ['news.localhost'] }),
  );
  const address = await articleWith(site);
  const shown = (on: Page) => on.locator('[data-slot="below-title"] strong');

  await page.goto(address);
  await expect(shown(page)).toHaveText('For everybody');
  const narrow = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await narrow.goto(address);
  await expect(shown(narrow)).toHaveText('On mobile');
  await narrow.close();
  await page.goto(address, { referer: 'http://news.localhost:1/story' });
  await expect(shown(page)).toHaveText('From the news');
  await site.signIn(context, 'reader');
  await page.goto(site.url);
  await page.goto(address);
  await expect(shown(page)).toHaveText('For members');
});

test('line items take turns between the blocks of a text and at a spot in it, each box for itself', async ({
  page,
  site,
}) => {
  const actor = await actorWith('ads');
  const { id } = await createSlot(actor, { name: 'At the quay', placement: 'in-article' });
  const settings = defaultSlotSettings('in-article');
  const cap = { caps: { page: 1, session: 0, day: 0 } };
  await fillSlot('in-article', textDraft({ headline: 'Ropes' }), {
    settings: { position: { ...settings.position, after: [4, 12], maximum: 2 } },
  });
  await addLineItem('in-article', textDraft({ headline: 'Lamps' }), { ...cap, tier: 'sponsorship' });
  await saveSlot(actor, { id, version: 1, settings, creative: textDraft({ headline: 'Piers' }) });
  const item = { ...forEveryone, name: 'Second', tier: 'sponsorship' as const, weight: 1, competitor: '' };
  await saveLineItem(actor, {
    slotId: id,
    id: null,
    version: 1,
    settings: item,
    creative: textDraft({ headline: 'Sails' }),
  });
  const paragraph = `<p>${'The tide turns twice a day. '.repeat(20)}</p>`;
  const { html, blocks, wordCount } = renderBody(
    sanitiseBody(`<p>First.</p><div data-slot-spot="${id}"></div>${paragraph.repeat(16)}`),
  );
  const { slug } = await createPost({ bodyHtml: html, renderedHtml: html, blocks: JSON.stringify(blocks), wordCount });
  await site.refresh(['slots', 'list']);

  const read = async (count: number) => {
    await page.goto(`${site.url}/${slug}`);
    await expect(page.locator('[data-slot="in-article"]')).toHaveCount(count);
    for (const box of await page.locator('[data-slot="in-article"]').all()) await box.scrollIntoViewIfNeeded();
    return expect(page.locator('[data-slot="in-article"] strong'));
  };
  await (await read(3)).toHaveText(['Sails', 'Lamps', 'Ropes']);
  await expect(page.locator('.prose__part').first()).toHaveText('First.');
  await moveSlot(actor, { slotId: id, way: 'up' });
  await deleteSlot(actor, id);
  await site.refresh(['slots']);
  await (await read(2)).toHaveText(['Lamps', 'Ropes']);
});

test('at most twice a day and reader, and two of one trade never on one page', async ({ browser, site }) => {
  await fillSlot('below-title', textDraft({ headline: 'House' }));
  const capped = { tier: 'sponsorship' as const, caps: { page: 0, session: 0, day: 2 }, competitor: 'shoes' };
  await addLineItem('below-title', textDraft({ headline: 'Boots' }), capped);
  await fillSlot('post-end', textDraft({ headline: 'Own' }));
  await addLineItem('post-end', textDraft({ headline: 'Sandals' }), { tier: 'sponsorship', competitor: 'shoes' });
  const address = await articleWith(site);
  const visit = await browser.newContext();
  const page = await visit.newPage();
  const seen: (string | null)[] = [];
  for (let times = 0; times < 3; times += 1) {
    await page.goto(address);
    for (const slot of ['below-title', 'post-end']) {
      await page.locator(`[data-slot="${slot}"]`).scrollIntoViewIfNeeded();
      seen.push(await page.locator(`[data-slot="${slot}"] strong`).textContent());
    }
  }
  await visit.close();

  expect(seen).toEqual(['Boots', 'Own', 'Boots', 'Own', 'House', 'Sandals']);
});

test('what nobody scrolls to is not chosen: it counts as no impression and as none of the times a reader may see it', async ({
  page,
  site,
}) => {
  const { creativeId: house } = await fillSlot('post-end', textDraft({ headline: 'House' }));
  const capped = { tier: 'sponsorship' as const, caps: { page: 0, session: 0, day: 1 } };
  const { id } = await addLineItem('post-end', textDraft({ headline: 'Boots' }), capped);
  const { creativeId } = await readDb.lineItem.findUniqueOrThrow({ where: { id } });
  const post = await createPost(bodyOf(40));
  await site.refresh(['slots', 'list']);
  const slot = page.locator('[data-slot="post-end"]');
  await page.clock.install();
  const visit = async () => {
    const manifest = page.waitForResponse(/\/_s\/m\.json/);
    await page.goto(`${site.url}/${post.slug}`);
    await manifest;
  };
  await visit();
  await visit();
  await expect(slot.locator('.slot__choice')).toBeEmpty();
  await slot.scrollIntoViewIfNeeded();
  await expect(slot.locator('strong')).toHaveText('Boots');
  await page.clock.fastForward(10_000);
  await expect.poll(async () => (await countsOf(creativeId))?.served, soon).toBe(1);
  await visit();
  await slot.scrollIntoViewIfNeeded();
  await expect(slot.locator('strong')).toHaveText('House');
  await page.clock.fastForward(10_000);
  await expect.poll(async () => (await countsOf(house))?.served, soon).toBe(1);
  expect((await countsOf(creativeId))?.served).toBe(1);
  await fillSlot('post-end', null);
});
