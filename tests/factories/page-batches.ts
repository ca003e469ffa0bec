import type { PageBatch, PageEvent } from '@/lib/statistics/batch';
import type { Sender } from '@/lib/statistics/intake';
import { newId } from '@/lib/platform/ids';

export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** What a page sends of one view. */
export function pageBatch(events: PageEvent[], more: Partial<PageBatch> = {}): PageBatch {
  return { id: newId(), page: 'home', from: '', narrow: false, events, ...more };
}

/** A reader in a browser at this address. */
export function reader(client = '192.0.2.1', more: Partial<Sender> = {}): Sender {
  return { client, userAgent: browser, brands: '', purpose: '', country: null, userId: null, ...more };
}
