import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db, type Tx } from '@/lib/database/db';
import type { Rule } from './rule-book';
import { workingAmong } from './working-addresses';

const DAY_MS = 24 * 60 * 60 * 1000;
const MISSING_DAYS = 30;
const SLICE = 500;

/** Empties the list of addresses that were not found. */
export async function emptyMissingAddresses(actor: Actor): Promise<void> {
  requireCapability(actor, 'settings.edit');
  await db.missingAddress.deleteMany();
}

/** Takes these from the list of addresses that were not found, until they are asked for again; returns their number. */
export async function forgetAddresses(actor: Actor, addresses: readonly string[]): Promise<number> {
  requireCapability(actor, 'settings.edit');
  return (await db.missingAddress.deleteMany({ where: { address: { in: [...addresses] } } })).count;
}

/** What is redirected now is not missing any more. */
export async function forgetMissing(tx: Tx, rules: readonly Pick<Rule, 'from' | 'kind'>[]) {
  const from = rules.map((rule) => rule.from);
  for (let at = 0; at < from.length; at += SLICE) {
    await tx.missingAddress.deleteMany({ where: { address: { in: from.slice(at, at + SLICE) } } });
  }
  for (const rule of rules) {
    if (rule.kind === 'prefix')
      await tx.missingAddress.deleteMany({ where: { address: { startsWith: `${rule.from}/` } } });
  }
}

/** Takes from the list what leads to something by now. */
export async function forgetWorkingAddresses() {
  for (let after = ''; ;) {
    const rows = await db.missingAddress.findMany({
      where: { address: { gt: after } },
      orderBy: { address: 'asc' },
      take: SLICE,
      select: { address: true },
    });
    const working = await workingAmong(rows.map(({ address }) => address));
    if (working.size > 0) await db.missingAddress.deleteMany({ where: { address: { in: [...working] } } });
    const last = rows.at(-1);
    if (!last || rows.length < SLICE) return;
    after = last.address;
  }
}

/** Deletes addresses that nobody asked for lately. */
export async function deleteOldMissingAddresses(now = new Date()) {
  await db.missingAddress.deleteMany({ where: { lastAt: { lt: new Date(now.getTime() - MISSING_DAYS * DAY_MS) } } });
}
