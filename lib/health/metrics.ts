import 'server-only';
import { requireCapability } from '@/lib/auth/guards';
import type { Actor } from '@/lib/auth/actor';
import { recentMetrics, type Sample } from './recent-metrics';

/** The last hour, for who may look after the site. */
export async function listRecentMetrics(actor: Actor): Promise<Sample[]> {
  requireCapability(actor, 'settings.edit');
  return recentMetrics();
}
