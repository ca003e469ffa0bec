import type { Metadata } from 'next';
import { paths } from '@/lib/web/paths';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { decoded, requirePage } from '../../../../addresses';
import { AuthorList, authorHead } from '../../author-list';

type Props = PageProps<'/author/[slug]/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  return authorHead(decoded(slug), parsePage(page) ?? 1);
}

export default async function AuthorPageN({ params }: Props) {
  const { slug, page } = await params;
  const name = decoded(slug);
  return <AuthorList slug={name} page={requirePage(page, paths.author(name))} />;
}
