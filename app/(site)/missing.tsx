import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { WithNooks } from '@/components/slots/nooks';
import { markMissing } from '@/lib/caching/missing';
import { readSettings } from '@/lib/settings/queries';
import { readNooks } from './nook-reads';
import { readNewest } from './reads';

export const missingHead: Metadata = { title: 'Not found', robots: { index: false } };

/** What a public page shows in its own place when there is nothing at its address; the answer's status is 404. */
export async function Missing() {
  markMissing();
  const [posts, settings, nooks] = await Promise.all([readNewest(3), readSettings(), readNooks({ type: 'not-found' })]);
  return (
    <WithNooks nooks={nooks}>
      <NotFound posts={posts} dates={settings} />
    </WithNooks>
  );
}
