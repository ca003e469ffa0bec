import type { Metadata } from 'next';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { requirePage } from '../../../../addresses';
import { TimeList, timeHead } from '../../../../time-list';

type Props = PageProps<'/[slug]/[month]/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, month, page } = await params;
  return timeHead({ year: slug, month, page: parsePage(page) ?? 1 });
}

export default async function MonthPageN({ params }: Props) {
  const { slug, month, page } = await params;
  return <TimeList year={slug} month={month} page={requirePage(page, `/${slug}/${month}`)} />;
}
