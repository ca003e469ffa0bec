import type { Metadata } from 'next';
import { decoded } from '../../addresses';
import { AuthorList, authorHead } from './author-list';

type Props = PageProps<'/author/[slug]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return authorHead(decoded((await params).slug), 1);
}

export default async function AuthorPage({ params }: Props) {
  return <AuthorList slug={decoded((await params).slug)} page={1} />;
}
