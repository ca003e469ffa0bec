import { getSettings } from '@/lib/settings/queries';
import { addSiteCode, removeSiteCode, resumeSiteCode, suspendSiteCode } from '@/lib/site-code/changing';
import { actorWith } from '../../factories/users';

export async function changeSiteCode() {
  const owner = await actorWith('owner');
  const confirmed = async () => {};
  await addSiteCode(owner, { name: 'Counter', pasted: '<script>count()</script>', need: 'none' }, confirmed);
  const { id } = (await getSettings()).siteCode.find(({ name }) => name === 'Counter')!;
  await suspendSiteCode(owner, id);
  await resumeSiteCode(owner, id, confirmed);
  await removeSiteCode(owner, id);
}
