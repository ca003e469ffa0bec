import type { Metadata } from 'next';
import { decoded } from '../../addresses';
import { TagList, tagHead } from './tag-list';

type Props = PageProps<'/tag/[slug]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return tagHead(decoded((await params).slug), 1);
}

export default async function TagPage({ params }: Props) {
  return <TagList slug={decoded((await params).slug)} page={1} />;
}
