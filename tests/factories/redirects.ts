import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';

/** A redirect that readers have followed, and an address at which they found nothing; returns the id of the redirect. */
export async function createFollowedRedirect() {
  const { id } = await db.redirect.create({
    data: { id: newId(), from: '/old-news', to: '/archive', source: 'manual', hitCount: 12_345, createdAt: new Date() },
  });
  const missed = { count: 3, firstAt: new Date(), lastAt: new Date(), referrer: 'other.example' };
  await db.missingAddress.create({ data: { address: '/2019/05/old-news.html', ...missed } });
  return id;
}
