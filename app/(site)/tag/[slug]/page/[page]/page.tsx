import type { Metadata } from 'next';
import { paths } from '@/lib/web/paths';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { decoded, requirePage } from '../../../../addresses';
import { TagList, tagHead } from '../../tag-list';

type Props = PageProps<'/tag/[slug]/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return tagHead(decoded(slug), parsePage(page) ?? 1);
}

export default async function TagPageN({ params }: Props) {
  const { slug, page } = await params;
  const name = decoded(slug);
  return <TagList slug={name} page={requirePage(page, paths.tag(name))} />;
}
