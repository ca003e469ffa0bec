import 'server-only';
import { insertRows } from '@/lib/database/bulk-insert';
import { readDb, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { isNeededAddress } from '@/lib/web/own-routes';
import { inChunks } from './import-map';
import type { ScratchMap } from '../reading/scratch';

export type RedirectDraft = { from: string; status?: number; kind?: string } & (
  { postId: string } | { tagId: string } | { to: string }
);

const usual = { to: '', postId: null, tagId: null, status: 301, kind: 'exact' };

/** Selects old addresses to redirect: each once, and none that would hide a page of ours. */
export class RedirectAllocator {
  readonly #batchId: string;
  readonly #seen: ScratchMap<true>;
  readonly #isLive: (path: string) => boolean;

  constructor(batchId: string, { seen, isLive }: { seen: ScratchMap<true>; isLive: (path: string) => boolean }) {
    this.#batchId = batchId;
    this.#seen = seen;
    this.#isLive = isLive;
  }

  /** The addresses without a page, a redirect or an earlier allocation. */
  async free(addresses: readonly RedirectDraft[]) {
    const wanted = addresses.filter(({ from }) => {
      if (this.#seen.has(from) || from.length > 1_000 || this.isOurs(from)) return false;
      this.#seen.set(from, true);
      return true;
    });
    const retained = new Set<string>();
    await inChunks(wanted, async (slice) => {
      const rows = await readDb.redirect.findMany({
        where: { from: { in: slice.map(({ from }) => from) } },
        select: { from: true, importBatchId: true },
      });
      for (const row of rows) retained.add(row.from);
    });
    return wanted.filter(({ from }) => !retained.has(from));
  }

  /** Whether an address already shows a page here. */
  isOurs(from: string) {
    // No page here has an address with such a query.
    if (from.includes('?')) return false;
    return from === '/' || this.isNeeded(from) || this.#isLive(from);
  }

  isNeeded(path: string) {
    return isNeededAddress(path);
  }

  async add(tx: Tx, addresses: readonly RedirectDraft[]) {
    const createdAt = new Date();
    const own = { source: 'import', importBatchId: this.#batchId, createdAt };
    await insertRows(
      tx,
      'Redirect',
      addresses.map((address) => ({ id: newId(), ...own, ...usual, ...address })),
    );
  }
}
