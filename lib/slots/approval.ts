import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { hashContent, isolationOf, type CreativeKind } from './creative';

/** Throws unless the actor has just proved who they are. */
export type Confirm = (actor: Actor) => Promise<void>;

type Stored = { kind: string; level: number; hash: string };
type Content = Stored | (Parameters<typeof hashContent>[0] & { hash?: undefined });

export function isInPage(creative: { kind: string; level: number } | null) {
  return creative !== null && isolationOf({ kind: creative.kind as CreativeKind, level: creative.level }) === 'in-page';
}

/**
 * Code that runs in the page can do whatever the page can, so only those who may trust code put it there, with their
 * password. Returns whether this was one such case: what the line item shows already is not approved again.
 */
export async function approve(
  actor: Actor,
  { lineItemId, content }: { lineItemId: string; content: Content },
  confirm: Confirm,
): Promise<boolean> {
  if (!isInPage(content)) return false;
  const live = await readDb.lineItem.findUnique({
    where: { id: lineItemId },
    select: { creative: { select: { hash: true } } },
  });
  if (live?.creative?.hash === (content.hash ?? hashContent(content))) return false;
  requireTrust(actor);
  await confirm(actor);
  return true;
}

/** The same, where it counts: in the transaction that shows the version. */
export function requireApproval(item: { creative: { hash: string } | null }, version: Stored, isApproved: boolean) {
  if (!isInPage(version) || isApproved || item.creative?.hash === version.hash) return;
  throw new AppError(
    'conflict',
    'Someone else changed this slot while you had it open. Please check it and save again.',
  );
}

export async function refuseUnconfirmed() {
  const sentence = 'Enter your password to let this code run in the page.';
  throw new AppError('invalid', sentence, { fields: { ownPassword: sentence } });
}

function requireTrust(actor: Actor) {
  try {
    requireCapability(actor, 'slots.trusted-code');
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
    const sentence = 'Only an owner may let code run in the page itself. Choose a frame, or ask an owner to save this.';
    throw new AppError('forbidden', sentence, { fields: { isolation: sentence } });
  }
}
