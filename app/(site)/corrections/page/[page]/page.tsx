import type { Metadata } from 'next';
import { parsePage } from '@/lib/posts/listing/page-numbers';
import { paths } from '@/lib/web/paths';
import { requirePage } from '../../../addresses';
import { AllCorrections, correctionsHead } from '../../all-corrections';

type Props = PageProps<'/corrections/page/[page]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return correctionsHead(parsePage((await params).page) ?? 0);
}

export default async function CorrectionsPageN({ params }: Props) {
  return <AllCorrections page={requirePage((await params).page, paths.corrections())} />;
}
