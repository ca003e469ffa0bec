import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { changed } from '@/lib/slots/locking';
import { paths } from '@/lib/web/paths';
import { MEDIA_KIT_SLUG, mediaKitSchema, type MediaKitSettings } from './media-kit';

type Draft = MediaKitSettings & { slotIds: readonly string[] };

/** Saves the page on which slots are offered, and which those are. */
export async function saveMediaKit(actor: Actor, { slotIds, ...typed }: Draft): Promise<{ offered: number }> {
  const editor = requireCapability(actor, 'slots.edit');
  const settings = validated(mediaKitSchema, typed);
  if (settings.mediaKit) await refuseTakenAddress();
  return transaction(async (tx) => {
    const present = await getSettings(tx);
    const changes = Object.fromEntries(
      Object.entries(settings).filter(([key, value]) => present[key as keyof MediaKitSettings] !== value),
    );
    await storeSettings(changes, tx);
    const names = Object.keys(changes);
    if (names.length > 0) emit(tx, { type: 'settings.changed', actorId: editor.id, names });
    return { offered: await offer(tx, editor, new Set(slotIds)) };
  });
}

async function offer(tx: Tx, editor: Actor, wanted: ReadonlySet<string>) {
  const slots = await tx.slot.findMany({ orderBy: { id: 'asc' }, select: { id: true, forSale: true } });
  for (const { id, forSale } of slots) {
    if (forSale === wanted.has(id)) continue;
    await tx.slot.update({ where: { id }, data: { forSale: !forSale }, select: { id: true } });
    emit(tx, changed(editor, id, { change: forSale ? 'withdrawn' : 'offered', details: {} }));
  }
  return slots.filter(({ id }) => wanted.has(id)).length;
}

// The address was free for posts in earlier versions; theirs stays theirs until they give it up.
async function refuseTakenAddress() {
  const post = await readDb.post.findUnique({ where: { slug: MEDIA_KIT_SLUG }, select: { title: true } });
  if (!post) return;
  const sentence = `“${post.title}” has the address ${paths.mediaKit()}. Change its URL slug first.`;
  throw new AppError('invalid', sentence, { fields: { mediaKit: sentence } });
}
