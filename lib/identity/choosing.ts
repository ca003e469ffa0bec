import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { getMedia } from '@/lib/media/library';
import { AppError } from '@/lib/platform/errors';
import { storeSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { siteImageSettings, type SiteImageRole } from '@/lib/settings/site-images';
import { makeIcons } from './icons';
import { iconSource, problemOf } from './site-images';

/** Uses an image of the library for the site; `isCropped`: of an image that is not square, the middle became the icon. */
export async function chooseSiteImage(actor: Actor, { role, mediaId }: { role: SiteImageRole; mediaId: string }) {
  requireCapability(actor, 'settings.edit');
  const image = await getMedia(actor, mediaId);
  const problem = problemOf(role, image);
  if (problem) throw new AppError('invalid', problem, { fields: { file: problem } });
  const source = role === 'icon' ? iconSource(image) : null;
  await store(actor, {
    [siteImageSettings[role]]: mediaId,
    ...(source ? { iconFiles: await makeIcons(source) } : {}),
  });
  return { isCropped: role === 'icon' && image.width !== image.height };
}

/** The site does without an image in this role; the library keeps it. Idempotent. */
export async function dropSiteImage(actor: Actor, role: SiteImageRole) {
  requireCapability(actor, 'settings.edit');
  await store(actor, { [siteImageSettings[role]]: '', ...(role === 'icon' ? { iconFiles: '' } : {}) });
}

// Told even if nothing changed: the image may have come back to the library.
async function store(actor: Actor, changes: Partial<Settings>) {
  await transaction(async (tx) => {
    await storeSettings(changes, tx);
    emit(tx, { type: 'settings.changed', actorId: actor.id, names: Object.keys(changes) });
  });
}
