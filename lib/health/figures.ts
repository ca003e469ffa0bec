import 'server-only';
import { requireCapability } from '@/lib/auth/guards';
import type { Actor } from '@/lib/auth/actor';
import { recentFigures, type Sample } from './recent-figures';

/** The last hour, for who may look after the site. */
export async function listRecentFigures(actor: Actor): Promise<Sample[]> {
  requireCapability(actor, 'settings.edit');
  return recentFigures();
}
