import 'server-only';
import { requireCapability } from '@/lib/auth/guards';
import type { Actor } from '@/lib/auth/actor';
import { recentMetrics, type Sample } from './recent-metrics';

/** Metrics of the last hour; requires `settings.edit`. */
export async function listRecentMetrics(actor: Actor): Promise<Sample[]> {
  requireCapability(actor, 'settings.edit');
  return recentMetrics();
}
