import type { Metadata } from 'next';
import { NotFound } from '@/components/layout/not-found';
import { readNewest, readSettings } from './reads';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFoundPage() {
  const [posts, settings] = await Promise.all([readNewest(3), readSettings()]);
  return <NotFound posts={posts} dates={settings} />;
}
