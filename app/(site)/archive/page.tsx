import type { Metadata } from 'next';
import { StructuredData } from '@/components/layout/structured-data';
import { Archive } from '@/components/posts/archive';
import { SlotLayout } from '@/components/slots/slot-layout';
import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { readArchive, readSite } from '../reads';
import { readPageSlots } from '../slot-reads';
import './archive.css';

export async function generateMetadata(): Promise<Metadata> {
  const site = await readSite();
  const t = translatorOf(site.settings.language);
  return listHead(site, { title: t('layout.archive'), path: paths.archive(), feedsOf: '' });
}

export default async function ArchivePage() {
  const [site, years] = await Promise.all([readSite(), readArchive(), readPageSlots({ type: 'archive' })]);
  const t = translatorOf(site.settings.language);
  return (
    <SlotLayout>
      <StructuredData json={scriptJson(listGraph(site, { title: t('layout.archive'), path: paths.archive() }))} />
      <Archive years={years} language={site.settings.language} />
    </SlotLayout>
  );
}
