import type { Metadata } from 'next';
import { paths } from '@/lib/web/paths';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { requirePage } from '../../addresses';
import { homeHead, HomeList } from '../../home-list';

type Props = PageProps<'/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return homeHead(parsePage((await params).page) ?? 0);
}

export default async function HomePageN({ params }: Props) {
  return <HomeList page={requirePage((await params).page, paths.home())} />;
}
