import type { Metadata } from 'next';
import { paths } from '@/lib/paths';
import { parsePage } from '@/lib/posts/page-numbers';
import { listHead } from '@/lib/seo/head';
import { requirePage } from '../../addresses';
import { HomeList } from '../../home-list';
import { readSite } from '../../reads';

type Props = PageProps<'/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = parsePage((await params).page);
  if (!page) return {};
  const site = await readSite();
  return listHead(site, { title: site.settings.siteName, path: paths.home(page), feedsOf: '', page });
}

export default async function HomePageN({ params }: Props) {
  return <HomeList page={requirePage((await params).page, paths.home())} />;
}
