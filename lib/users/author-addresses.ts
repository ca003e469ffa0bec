import 'server-only';
import type { Tx } from '@/lib/database/db';
import { paths } from '@/lib/web/paths';

/** The addresses that redirect to the page of an author, and are served otherwise once it moves. */
export async function addressesLedTo(tx: Tx, slug: string) {
  const rows = await tx.redirect.findMany({ where: { to: paths.author(slug) }, select: { from: true } });
  return rows.map(({ from }) => from);
}
