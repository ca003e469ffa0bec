import type { Metadata } from 'next';
import { decoded } from '../../addresses';
import { SeriesList, seriesHead } from './series-list';

type Props = PageProps<'/series/[slug]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return seriesHead(decoded((await params).slug), 1);
}

export default async function SeriesPage({ params }: Props) {
  return <SeriesList slug={decoded((await params).slug)} page={1} />;
}
