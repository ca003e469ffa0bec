import type { Metadata } from 'next';
import { paths } from '@/lib/web/paths';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { decoded, requirePage } from '../../../../addresses';
import { SeriesList, seriesHead } from '../../series-list';

type Props = PageProps<'/series/[slug]/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return seriesHead(decoded(slug), parsePage(page) ?? 1);
}

export default async function SeriesPageN({ params }: Props) {
  const { slug, page } = await params;
  const name = decoded(slug);
  return <SeriesList slug={name} page={requirePage(page, paths.series(name))} />;
}
