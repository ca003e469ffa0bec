import type { Metadata } from 'next';
import { CorrectionsList } from '@/components/corrections/corrections-list';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { translatorOf } from '@/lib/i18n/translator';
import { listHead } from '@/lib/seo/head';
import { paths } from '@/lib/web/paths';
import { Missing, missingHead } from '../missing';
import { readCorrections, readSite } from '../reads';

export async function correctionsHead(page: number): Promise<Metadata> {
  const [site, { pages }] = await Promise.all([readSite(), readCorrections(page)]);
  if (page < 1 || page > pages) return missingHead();
  const t = translatorOf(site.settings.language);
  return listHead(site, {
    title: t('corrections.title'),
    description: t('corrections.description', { site: site.settings.siteName }),
    path: paths.corrections(page),
    feedsOf: paths.corrections(),
  });
}

export async function AllCorrections({ page }: { page: number }) {
  const [site, { corrections, pages }] = await Promise.all([readSite(), readCorrections(page)]);
  if (page < 1 || page > pages) return <Missing />;
  setPageSlots(noSlots);
  return <CorrectionsList corrections={corrections} page={page} pages={pages} dates={site.settings} />;
}
