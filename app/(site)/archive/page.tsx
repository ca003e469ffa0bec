import type { Metadata } from 'next';
import { StructuredData } from '@/components/layout/structured-data';
import { Archive } from '@/components/posts/archive';
import { SlotLayout } from '@/components/slots/slot-layout';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { readArchive, readSite } from '../reads';
import { readPageSlots } from '../slot-reads';

export async function generateMetadata(): Promise<Metadata> {
  return listHead(await readSite(), { title: 'Archive', path: paths.archive(), feedsOf: '' });
}

export default async function ArchivePage() {
  const [site, years] = await Promise.all([readSite(), readArchive(), readPageSlots({ type: 'archive' })]);
  return (
    <SlotLayout>
      <StructuredData json={scriptJson(listGraph(site, { title: 'Archive', path: paths.archive() }))} />
      <Archive years={years} language={site.settings.language} />
    </SlotLayout>
  );
}
