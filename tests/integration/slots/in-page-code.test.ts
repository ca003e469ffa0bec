import { expect, test } from 'vitest';
import { createSessionRow } from '@/lib/auth/session-records';
import { hashPassword } from '@/lib/auth/passwords';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import type { CodeIsolation } from '@/lib/slots/creative';
import type { Placement } from '@/lib/slots/placements';
import { findFrameCode, findInPageCode, findSlot } from '@/lib/slots/queries';
import { saveSlot, switchSlot } from '@/lib/slots/saving';
import { restoreVersion, storePreview } from '@/lib/slots/versions';
import type { SlotSettings } from '@/lib/slots/slot';
import { requireOwnPassword } from '@/lib/users/passwords';
import { codeDraft, fillSlot } from '../../factories/slots';
import { actorWith, createUser } from '../../factories/users';

const carbon = (placement: string) =>
  `<script async src="//cdn.carbonads.com/carbon.js?serve=A&placement=${placement}" id="_carbonads_js"></script>`;
const widget = '<div id="w"></div><script src="https://widgets.example/w.js"></script>';
const confirmed = async () => {};

async function save(
  actor: Actor,
  placement: Placement,
  code: string,
  {
    isolation = 'in-page',
    confirm,
    settings: more,
  }: { isolation?: CodeIsolation; confirm?: () => Promise<void>; settings?: Partial<SlotSettings> } = {},
) {
  const { id } = await fillSlot(placement, null);
  const slot = await findSlot(id);
  if (!slot?.isReadable) throw new Error('unreadable');
  const { width, height, mobileWidth, mobileHeight, label, position, rules, version } = slot;
  const settings = { width, height, mobileWidth, mobileHeight, label, position, rules, ...more };
  return saveSlot(actor, { id, version, settings, creative: codeDraft(code, isolation) }, confirm).then((saved) => ({
    ...saved,
    id,
  }));
}

const actionsOn = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { createdAt: 'asc' } })).map(({ action }) => action);

test('only an owner lets code run in the page, with a proof, and it is in the log', async () => {
  for (const role of ['ads', 'admin'] as const) {
    const attempt = save(await actorWith(role), 'header', widget, { confirm: confirmed });
    await expect(attempt).rejects.toMatchObject({
      code: 'forbidden',
      fields: { isolation: expect.stringContaining('Only an owner') as string },
    });
  }
  const owner = await actorWith('owner');
  await expect(save(owner, 'header', widget)).rejects.toMatchObject({ fields: { ownPassword: /password/ } });

  const { id, creativeId } = await save(owner, 'header', widget, { confirm: confirmed });

  const slot = await findSlot(id);
  expect(slot?.creative).toMatchObject({ id: creativeId, isolation: 'in-page', evaluates: false });
  expect((await actionsOn(id)).slice(-2).toSorted()).toEqual(['slot.approve-in-page-code', 'slot.save']);
  expect(await findInPageCode(creativeId ?? '', slot?.creative?.frame.slice(-16) ?? '')).toBe(widget);
});

test('the proof is the password, or a sign-in of the last minutes for those who have none', async () => {
  const { id, name } = await createUser({ role: 'owner', passwordHash: await hashPassword('correct horse battery') });
  const owner = { id, name, role: 'owner' as const, sessionId: 'none', emailVerified: true };
  const prove = (password: string) => requireOwnPassword(owner, password, 'ownPassword', 5 * 60_000);

  await expect(prove('wrong')).rejects.toMatchObject({ fields: { ownPassword: 'That is not your current password.' } });
  await expect(prove('correct horse battery')).resolves.toBeUndefined();

  const other = await createUser({ role: 'owner' });
  const sessionId = await createSessionRow({ id: other.id, sessionVersion: 0 }, 'test');
  const guest = { ...owner, id: other.id, sessionId };
  await expect(requireOwnPassword(guest, '', 'ownPassword', 5 * 60_000)).resolves.toBeUndefined();
  await db.session.update({ where: { id: sessionId }, data: { createdAt: new Date(Date.now() - 6 * 60_000) } });
  await expect(requireOwnPassword(guest, '', 'ownPassword', 5 * 60_000)).rejects.toMatchObject({ code: 'forbidden' });
});

test('whoever manages slots may change one whose code is approved, but not bring such code back', async () => {
  const owner = await actorWith('owner');
  const seller = await actorWith('ads');
  const { id, creativeId } = await save(owner, 'footer', widget, { confirm: confirmed });
  await fillSlot('footer', codeDraft(widget, 'in-page'), { actor: seller, settings: { width: 300, height: 250 } });
  expect(await findSlot(id)).toMatchObject({ width: 300, creative: { id: creativeId } });

  await switchSlot(owner, { slotId: id, enabled: false });
  await expect(switchSlot(seller, { slotId: id, enabled: true })).rejects.toMatchObject({ code: 'forbidden' });
  await fillSlot('footer', codeDraft('<b>other</b>'), { actor: seller });
  const restore = (actor: Actor, confirm?: () => Promise<void>) =>
    restoreVersion(actor, { slotId: id, creativeId: creativeId ?? '' }, confirm);
  await expect(restore(seller, confirmed)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(restore(owner)).rejects.toMatchObject({ fields: { ownPassword: expect.any(String) as string } });
  expect((await findSlot(id))?.creative?.id).not.toBe(creativeId);

  await restore(owner, confirmed);
  expect((await findSlot(id))?.creative?.id).toBe(creativeId);
  expect(await actionsOn(id)).toContain('slot.approve-in-page-code');
});

test('a page gets code to run only while a slot shows it', async () => {
  const seller = await actorWith('ads');
  const { id } = await fillSlot('sidebar', null);
  const preview = await storePreview(seller, { slotId: id, creative: codeDraft(widget, 'in-page') });

  expect(await findFrameCode(preview.id, preview.hash.slice(0, 16))).toMatchObject({ isolation: 'in-page' });
  expect(await findInPageCode(preview.id, preview.hash.slice(0, 16))).toBeNull();
  const framed = await fillSlot('sidebar', codeDraft('<b>framed</b>'));
  const { hash } = await db.creative.findUniqueOrThrow({ where: { id: framed.creativeId ?? '' } });
  expect(await findInPageCode(framed.creativeId ?? '', hash.slice(0, 16))).toBeNull();
});

const adsense = (style = 'display:block') =>
  `<ins class="adsbygoogle" style="${style}" data-ad-client="ca-pub-1234567890123456" data-ad-slot="1"></ins>`;
const gpt = (div: string) =>
  `<script>googletag.cmd.push(() => { googletag.defineSlot('/1/a', [300, 250], '${div}'); googletag.display('${div}'); })</script><div id="${div}"></div>`;

test.each([
  [
    'AdSense in a frame',
    adsense(),
    'sandboxed',
    'AdSense does not allow its code inside a frame: let it run in the page.',
  ],
  ['AdSense that is hidden', adsense('display:none'), 'in-page', 'display:none'],
  [
    'code that writes, in the page',
    '<script>document.write("<b>x</b>")</script>',
    'in-page',
    'which would erase the page',
  ],
  ['another origin where there is none', '<b>x</b>', 'isolated-origin', 'ADS_FRAME_ORIGIN'],
  ['one place defined twice', gpt('a') + gpt('a'), 'in-page', 'the same place (div id) twice'],
] as const)('%s is refused with the reason', async (_, code, isolation, reason) => {
  const attempt = save(await actorWith('owner'), 'header', code, { isolation, confirm: confirmed });

  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    fields: { isolation: expect.stringContaining(reason) as string },
  });
});

test('what a page can hold once is refused a second time, unless the pages differ', async () => {
  const owner = await actorWith('owner');
  await save(owner, 'header', carbon('quay'), { confirm: confirmed });
  const second = (more: Partial<SlotSettings> = {}) =>
    save(owner, 'footer', carbon('pier'), { confirm: confirmed, settings: more });

  await expect(second()).rejects.toThrow('“Header” has this code already, and the network allows it once on a page.');
  const header = await findSlot('header-slot');
  if (!header?.isReadable) throw new Error('unreadable');
  await fillSlot('header', codeDraft(carbon('quay'), 'in-page'), {
    settings: { rules: { ...header.rules, pages: ['home'] } },
  });
  await expect(second({ rules: { ...header.rules, pages: ['post'] } })).resolves.toMatchObject({ id: 'footer-slot' });

  const inArticle = save(owner, 'in-article', gpt('div-9'), { confirm: confirmed });
  await expect(inArticle).rejects.toThrow('This slot may stand 3 times on a page');
  await fillSlot('header', null);
  await fillSlot('footer', null);
});

test('automatic ads and a sticky footer do not stand at the same edge', async () => {
  await fillSlot('sticky-footer', codeDraft('<b>sticky</b>'));
  const automatic =
    '<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1234567890123456"></script>';
  const attempt = save(await actorWith('owner'), 'header', automatic, { confirm: confirmed });

  await expect(attempt).rejects.toThrow('where “Sticky footer” is. Disable that slot first.');
  await fillSlot('sticky-footer', null);
});

test('with a second origin, code keeps an origin there; without it again, the frame has none', async () => {
  const owner = await actorWith('owner');
  const settings = env();
  Object.assign(settings, { adsFrameOrigin: 'https://*.frames.example' });
  const { id, creativeId } = await save(owner, 'header', '<b>kept apart</b>', { isolation: 'isolated-origin' });
  expect((await findSlot(id))?.creative).toMatchObject({
    isolation: 'isolated-origin',
    frameOrigin: `https://${creativeId}.frames.example`,
  });

  Object.assign(settings, { adsFrameOrigin: null });
  expect((await findSlot(id))?.creative).toMatchObject({ isolation: 'sandboxed', frameOrigin: '' });
});
