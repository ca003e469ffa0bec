import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { signMessage, verifyMessage } from '@/lib/secrets/signed-message';
import { exportDownloadIds } from './formats';

const purpose = 'export';

export const exportForm = z.object({
  format: z.enum(exportDownloadIds, 'Choose a format.'),
  withEmails: z.stringbool().catch(false),
});
export type WantedExport = z.output<typeof exportForm>;

const permission = z.tuple([z.string(), exportForm.shape.format, z.boolean()]);

/**
 * A copy of everything leaves the site: an owner may have one who has just proved who they are, and the audit log says so.
 * Returns the key of its download, which is valid for ten minutes and for this user alone.
 */
export async function permitExport(
  actor: Actor,
  { format, withEmails }: WantedExport,
  confirm: (actor: Actor) => Promise<void>,
): Promise<string> {
  requireCapability(actor, 'site.export');
  await confirm(actor);
  await transaction(async (tx) => {
    emit(tx, { type: 'site.exported', actorId: actor.id, format, withEmails });
  });
  return signMessage(JSON.stringify([actor.id, format, withEmails]), { purpose });
}

/** What a key permits this user to download; null if it is forged, expired or somebody else's. */
export function permittedExport(actor: Actor, key: string, now = Date.now()): WantedExport | null {
  requireCapability(actor, 'site.export');
  const message = verifyMessage(key, { purpose, now });
  if (!message) return null;
  const [userId, format, withEmails] = permission.parse(JSON.parse(message));
  return userId === actor.id ? { format, withEmails } : null;
}
