import type { Metadata } from 'next';
import { paths } from '@/lib/paths';
import { HomeList } from './home-list';
import { listHead } from '@/lib/seo/head';
import { readSite } from './reads';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readSite();
  return listHead(site, { title: site.settings.siteName, path: paths.home(), feedsOf: '' });
}

export default function HomePage() {
  return <HomeList page={1} />;
}
