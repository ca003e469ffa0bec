import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { storeSettings } from '@/lib/settings/queries';
import { findDensityProblem } from '@/lib/slots/density-check';
import { listOutlinePosts, outlinePostOf } from '@/lib/slots/outline-posts';
import { conditionSchema } from '@/lib/slots/line-item';
import { saveLineItem, switchLineItem } from '@/lib/slots/line-items';
import { findLineItem, findSlot } from '@/lib/slots/queries';
import { createSlot, deleteSlot, moveSlot } from '@/lib/slots/own-slots';
import { saveSlot, switchSlot } from '@/lib/slots/saving';
import { defaultSlotSettings, positionSchema, type SlotSettings } from '@/lib/slots/slot';
import { restoreVersion } from '@/lib/slots/versions';
import { createPost } from '../../factories/posts';
import { addLineItem, bodyOf, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const crowded: Partial<SlotSettings> = {
  position: positionSchema.parse({ every: 1, maximum: 20, distance: 0 }),
  rules: { ...defaultSlotSettings('in-article').rules, minimumWords: 0 },
};

beforeEach(async () => {
  await db.post.deleteMany();
  await storeSettings({ refusesDenseSlots: false });
  await removeLineItems();
  await fillSlot('in-article', null, { settings: { ...defaultSlotSettings('in-article') } });
  await fillSlot('post-end', null);
  await fillSlot('sticky-footer', null);
  await createPost({ ...bodyOf(12), title: 'Lamps' });
});

test('without the setting a slot over the limit is saved, and what is too much is said', async () => {
  const { id } = await fillSlot('in-article', textDraft(), { settings: crowded });

  expect(await findDensityProblem({ slotId: id })).toMatch(
    /^With “In the article”, slots take \d\d\u00a0% of the height of “Lamps” on phones\./,
  );
  await fillSlot('in-article', textDraft(), { settings: defaultSlotSettings('in-article') });
  expect(await findDensityProblem({ slotId: id })).toBeNull();
});

test('with the setting it is refused with its name and the article, and nothing is changed', async () => {
  await storeSettings({ refusesDenseSlots: true });
  const { id } = await fillSlot('in-article', textDraft({ headline: 'Sparse' }));
  const before = await findSlot(id);

  const attempt = fillSlot('in-article', textDraft({ headline: 'Dense' }), { settings: crowded });

  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/“In the article”.*“Lamps”/) as string,
    fields: { mobileHeight: expect.any(String) as string },
  });
  expect(await findSlot(id)).toEqual(before);
  expect((await fillSlot('in-article', null, { settings: crowded })).id).toBe(id);
});

test('a slot that was switched off is not switched on over the limit, nor a version restored, nor a tall one at the edge saved', async () => {
  const actor = await actorWith('ads');
  const { id } = await fillSlot('in-article', textDraft(), { settings: crowded });
  await switchSlot(actor, { slotId: id, enabled: false });
  await storeSettings({ refusesDenseSlots: true });

  await expect(switchSlot(actor, { slotId: id, enabled: true })).rejects.toMatchObject({ code: 'invalid' });
  expect((await findSlot(id))?.enabled).toBe(false);
  await db.slot.update({ where: { id }, data: { enabled: true } });
  await db.lineItem.update({ where: { id }, data: { creativeId: null } });
  const { id: creativeId } = await db.creative.findFirstOrThrow({ where: { slotId: id }, select: { id: true } });
  await expect(restoreVersion(actor, { slotId: id, creativeId })).rejects.toMatchObject({ code: 'invalid' });
  await expect(fillSlot('sticky-footer', textDraft(), { settings: { mobileHeight: 193 } })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('at most 192 pixels on phones') as string,
  });
  await fillSlot('sticky-footer', textDraft(), { settings: { mobileHeight: 192 } });
});

test('a slot counts as filled while one of its line items has content for the page', async () => {
  const actor = await actorWith('ads');
  const { id } = await fillSlot('in-article', null, { settings: crowded });
  await storeSettings({ refusesDenseSlots: true });
  const refused = { code: 'invalid', message: expect.stringContaining('“In the article”') as string, fields: {} };

  await expect(addLineItem('in-article', textDraft())).rejects.toMatchObject(refused);
  const { settings, ...item } = await addLineItem('in-article', null);
  const version = async () => (await findLineItem(id, item.id))!.version;
  const save = async (conditions: object[], creative?: ReturnType<typeof textDraft>) =>
    saveLineItem(actor, {
      ...item,
      version: await version(),
      settings: { ...settings, conditions: conditions.map((each) => conditionSchema.parse(each)) },
      ...(creative ? { creative } : {}),
    });
  await save([{ pages: ['page'] }], textDraft());
  expect(await findDensityProblem({ slotId: id })).toBeNull();
  await expect(save([{ pages: ['page'] }, { pages: ['post'] }])).rejects.toMatchObject(refused);
  const change = { slotId: id, lineItemId: item.id };
  await switchLineItem(actor, { ...change, enabled: false });
  await save([]);
  await expect(switchLineItem(actor, { ...change, enabled: true })).rejects.toMatchObject(refused);
  expect(await findLineItem(id, item.id)).toMatchObject({ enabled: false, creative: { headline: 'Ropes and knots' } });
});

test('settings are measured for every line item, not only for the content that is saved with them', async () => {
  const { id } = await fillSlot('in-article', null);
  await addLineItem('in-article', textDraft());
  await storeSettings({ refusesDenseSlots: true });

  await expect(fillSlot('in-article', null, { settings: crowded })).rejects.toMatchObject({ code: 'invalid' });
  await removeLineItems();
  expect((await fillSlot('in-article', null, { settings: crowded })).id).toBe(id);
});

test('a slot with content that begins later is measured as if it had begun', async () => {
  const later = { ...textDraft(), startsAt: new Date(Date.now() + 86_400_000) };
  const { id } = await fillSlot('in-article', later, { settings: crowded });

  expect(await findDensityProblem({ slotId: id })).toContain('“Lamps”');
});

test('only public posts are measured, and not where the slots of a post are turned off', async () => {
  await db.post.deleteMany();
  await createPost({ ...bodyOf(12), title: 'Without', adsMode: 'off' });
  await createPost({ ...bodyOf(12), title: 'Draft', status: 'draft', publishAt: null, firstPublishedAt: null });
  const { id } = await fillSlot('in-article', textDraft(), { settings: crowded });

  expect((await listOutlinePosts()).map(({ name }) => name)).toEqual(['Without']);
  expect(await findDensityProblem({ slotId: id })).toBeNull();
});

test('the newest text of a draft is measured, with its spots', async () => {
  const writer = await actorWith('author');
  const { id } = await createDraft(writer, { type: 'post' });
  const { version } = await getEditable(writer, id);
  const bodyHtml = '<p>One two three.</p><div data-slot-spot="in-article-slot"></div><p>Four.</p>';
  await saveDraft(writer, { id, version, fields: { title: 'Piers', bodyHtml, tags: ['Sea'] } });

  const measured = await outlinePostOf(await getEditable(writer, id));

  expect(measured).toMatchObject({ name: 'Piers', article: { hasTags: true }, context: { type: 'post', words: 4 } });
  expect(measured?.article.blocks.map(({ kind, slot }) => [kind, slot])).toEqual([
    ['p', undefined],
    ['spot', 'in-article-slot'],
    ['p', undefined],
  ]);
});

test('a slot that may grow is measured with the height that it may have', async () => {
  await storeSettings({ refusesDenseSlots: true });
  const position = positionSchema.parse({ after: [3, 6, 9], growsTo: 1_200 });

  await expect(fillSlot('in-article', textDraft(), { settings: { position } })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('“In the article”') as string,
  });
  await fillSlot('in-article', textDraft(), { settings: { position: { ...position, growsTo: 0 } } });
});

test('a slot is not moved before another one if that makes an article too dense', async () => {
  const actor = await actorWith('ads');
  const settings = { ...defaultSlotSettings('in-article'), rules: crowded.rules! };
  const once = positionSchema.parse({ after: [6], maximum: 1 });
  await fillSlot('in-article', textDraft(), { settings: { ...settings, position: once } });
  const { id } = await createSlot(actor, { name: 'Tall', placement: 'in-article' });
  const tall = { ...settings, position: once, height: 2_000, mobileHeight: 2_000 };
  await saveSlot(actor, { id, version: 1, settings: tall, creative: textDraft() });
  await storeSettings({ refusesDenseSlots: true });

  await expect(moveSlot(actor, { slotId: id, way: 'up' })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('“Tall”') as string,
  });
  await storeSettings({ refusesDenseSlots: false });
  expect(await moveSlot(actor, { slotId: id, way: 'up' })).toMatchObject({ isMoved: true });
  await deleteSlot(actor, id);
});
