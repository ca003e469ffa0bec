import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { WithNooks } from '@/components/slots/nooks';
import { readNooks } from './nook-reads';
import { readNewest, readSettings } from './reads';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFoundPage() {
  const [posts, settings, nooks] = await Promise.all([readNewest(3), readSettings(), readNooks({ type: 'not-found' })]);
  return (
    <WithNooks nooks={nooks}>
      <NotFound posts={posts} dates={settings} />
    </WithNooks>
  );
}
