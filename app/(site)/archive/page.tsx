import type { Metadata } from 'next';
import { StructuredData } from '@/components/layout/structured-data';
import { Archive } from '@/components/posts/archive';
import { WithNooks } from '@/components/slots/nooks';
import { paths } from '@/lib/paths';
import { listHead } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { readNooks } from '../nook-reads';
import { readArchive, readSite } from '../reads';

export async function generateMetadata(): Promise<Metadata> {
  return listHead(await readSite(), { title: 'Archive', path: paths.archive(), feedsOf: '' });
}

export default async function ArchivePage() {
  const [site, years, nooks] = await Promise.all([readSite(), readArchive(), readNooks({ type: 'archive' })]);
  return (
    <WithNooks nooks={nooks}>
      <StructuredData json={scriptJson(listGraph(site, { title: 'Archive', path: paths.archive() }))} />
      <Archive years={years} language={site.settings.language} />
    </WithNooks>
  );
}
