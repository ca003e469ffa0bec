import type { Metadata } from 'next';
import { decoded } from '../../../../addresses';
import { SortedThread, sortedHead } from '../sorted-thread';

type Props = PageProps<'/[slug]/comments/by/[order]'>;

// Rendered on first request and cached: the build has no database.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, order } = await params;
  return sortedHead({ slug: decoded(slug), order });
}

/** The comments of a post in the order of the address. */
export default async function SortedThreadPage({ params }: Props) {
  const { slug, order } = await params;
  return <SortedThread slug={decoded(slug)} order={order} />;
}
