import { saveRedirect } from '@/lib/redirects/editing';
import { removeRedirects } from '@/lib/redirects/removing';
import { importRedirects } from '@/lib/redirects/importing';
import { db } from '@/lib/database/db';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { actorWith } from '../../factories/users';

export async function changeRedirects() {
  const admin = await actorWith('admin');
  const draft = { from: '/audited-address', to: '/search', status: 301, kind: 'exact' } as const;
  await saveRedirect(admin, { id: null, ...draft }, legacyAddresses);
  const { id } = await db.redirect.findUniqueOrThrow({ where: { from: draft.from }, select: { id: true } });
  await saveRedirect(admin, { id, ...draft, status: 302 }, legacyAddresses);
  await removeRedirects(admin, [id]);
  await importRedirects(admin, '/audited-table,/search', legacyAddresses);
}
