import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { addSiteCode, removeSiteCode, resumeSiteCode, suspendSiteCode } from '@/lib/site-code/changing';
import { findSiteCode } from '@/lib/site-code/queries';
import { caches } from '@/lib/caching/process-caches';
import { cacheTags } from '@/lib/caching/cache-tags';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const confirmed = async () => {};
const umami = (id: string) =>
  `<script defer data-website-id="4fb7fa4c-5b46-438d-94b3-${id.padStart(12, '0')}" src="https://cloud.umami.is/script.js"></script>`;
const draft = (id = '1') => ({ name: '', pasted: umami(id), need: '' as const });

beforeEach(async () => {
  await storeSettings({ siteCode: [] });
  await caches.invalidate([cacheTags.site]);
});

const stored = async () => (await getSettings()).siteCode;
const loggedOf = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { createdAt: 'asc' } })).map(({ action }) => action);

test('only an owner adds code, with a proof; every page is made anew, and the log says so', async () => {
  for (const role of ['admin', 'ads', 'editor'] as const) {
    await expect(addSiteCode(await actorWith(role), draft(), confirmed)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Only an owner may let code run in every page.',
    });
  }
  const owner = await actorWith('owner');
  await expect(addSiteCode(owner, draft())).rejects.toMatchObject({ fields: { ownPassword: /password/ } });
  expect(await stored()).toEqual([]);

  const { tags } = await madeStaleBy(() => addSiteCode(owner, draft(), confirmed));

  expect(tags).toContain('site');
  const [code] = await stored();
  expect(code).toMatchObject({ name: 'Umami', need: 'none', isOn: true, code: umami('1') });
  expect(await loggedOf(code!.id)).toEqual(['code.add']);
  const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: code!.id } });
  expect(JSON.parse(entry.data)).toEqual({ name: 'Umami', hash: code!.hash });
});

test('what is refused changes nothing: the same code twice, a sixth, and what cannot run', async () => {
  const owner = await actorWith('owner');
  await addSiteCode(owner, draft(), confirmed);
  await expect(addSiteCode(owner, draft(), confirmed)).rejects.toMatchObject({
    fields: { code: 'This code is in the list already.' },
  });
  await expect(addSiteCode(owner, { ...draft(), pasted: '<p>x</p>' }, confirmed)).rejects.toMatchObject({
    code: 'invalid',
  });
  for (const id of ['2', '3', '4', '5']) await addSiteCode(owner, draft(id), confirmed);
  await expect(addSiteCode(owner, draft('6'), confirmed)).rejects.toMatchObject({ fields: { code: /5 codes/ } });
  expect(await stored()).toHaveLength(5);
});

test('two that are added at once are both there', async () => {
  const owner = await actorWith('owner');
  await addSiteCode(owner, draft(), confirmed);
  await Promise.all(['2', '3'].map((id) => addSiteCode(owner, draft(id), confirmed)));
  expect(await stored()).toHaveLength(3);
});

test('it is suspended at once by those who run the site, and resumed only by an owner with a proof', async () => {
  const [owner, admin] = [await actorWith('owner'), await actorWith('admin')];
  await addSiteCode(owner, draft(), confirmed);
  const [{ id, hash } = { id: '', hash: '' }] = await stored();
  expect(await findSiteCode(id, hash)).toBe(umami('1'));
  expect(await findSiteCode(id, 'fedcba9876543210')).toBe(null);

  await expect(suspendSiteCode(await actorWith('editor'), id)).rejects.toMatchObject({ code: 'forbidden' });
  const { tags } = await madeStaleBy(() => suspendSiteCode(admin, id));
  expect(tags).toContain('site');
  expect(await findSiteCode(id, hash)).toBe(null);
  await suspendSiteCode(admin, id);

  await expect(resumeSiteCode(admin, id, confirmed)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(resumeSiteCode(owner, id)).rejects.toMatchObject({ code: 'invalid' });
  expect(await findSiteCode(id, hash)).toBe(null);
  await resumeSiteCode(owner, id, confirmed);
  expect(await findSiteCode(id, hash)).toBe(umami('1'));

  await expect(removeSiteCode(await actorWith('editor'), id)).rejects.toMatchObject({ code: 'forbidden' });
  await removeSiteCode(admin, id);
  await removeSiteCode(admin, id);
  expect(await findSiteCode(id, hash)).toBe(null);
  await expect(suspendSiteCode(admin, id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await loggedOf(id)).toEqual(['code.add', 'code.suspend', 'code.resume', 'code.remove']);
});
