import type { Metadata } from 'next';
import { TimeList, timeHead } from '../../time-list';

type Props = PageProps<'/[slug]/[month]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, month } = await params;
  return timeHead({ year: slug, month, page: 1 });
}

export default async function MonthPage({ params }: Props) {
  const { slug, month } = await params;
  return <TimeList year={slug} month={month} page={1} />;
}
