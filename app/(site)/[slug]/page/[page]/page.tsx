import type { Metadata } from 'next';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { requirePage } from '../../../addresses';
import { TimeList, timeHead } from '../../../time-list';

type Props = PageProps<'/[slug]/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return timeHead({ year: slug, page: parsePage(page) ?? 1 });
}

export default async function YearPageN({ params }: Props) {
  const { slug, page } = await params;
  return <TimeList year={slug} page={requirePage(page, `/${slug}`)} />;
}
