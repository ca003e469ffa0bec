import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { SlotLayout } from '@/components/slots/slot-layout';
import { markMissing } from '@/lib/caching/missing';
import { readSettings } from '@/lib/settings/queries';
import { readNewest } from './reads';
import { readPageSlots } from './slot-reads';

export const missingHead: Metadata = { title: 'Not found', robots: { index: false } };

/** What a public page shows in its own place when there is nothing at its address; the answer's status is 404. */
export async function Missing() {
  markMissing();
  const [posts, settings] = await Promise.all([readNewest(3), readSettings(), readPageSlots({ type: 'not-found' })]);
  return (
    <SlotLayout>
      <NotFound posts={posts} dates={settings} />
    </SlotLayout>
  );
}
