import 'server-only';
import { readDb } from '@/lib/database/db';
import { getSettings } from '@/lib/settings/queries';
import { hasSeller, identityOf, type Seller, type SellerFile } from './ads-txt';
import { sellersAskedFor } from './network-sellers';

/** The stored text of a file. */
export async function getSellerFile(file: SellerFile): Promise<string> {
  const { adsTxt, appAdsTxt } = await getSettings();
  return file === 'ads.txt' ? adsTxt : appAdsTxt;
}

export type OfferedSeller = Seller & { slotName: string };

/** The sellers that the code of the slots asks for and the file does not have. */
export async function listMissingSellers(text: string): Promise<OfferedSeller[]> {
  const items = await readDb.lineItem.findMany({
    where: { enabled: true, slot: { is: { enabled: true } }, creative: { is: { kind: 'code' } } },
    orderBy: [{ slot: { sortOrder: 'asc' } }, { slotId: 'asc' }, { sortOrder: 'asc' }, { id: 'asc' }],
    select: { slot: { select: { name: true } }, creative: { select: { code: true } } },
  });
  const asked = items.flatMap(({ slot: { name }, creative }) =>
    sellersAskedFor(creative?.code ?? '').map((seller) => ({ ...seller, slotName: name })),
  );
  const missing = asked.filter((seller) => !hasSeller(text, seller));
  return [...new Map(missing.toReversed().map((seller) => [identityOf(seller), seller])).values()].toReversed();
}
