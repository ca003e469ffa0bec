import type { Metadata } from 'next';
import { CorrectionsList } from '@/components/corrections/corrections-list';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { listHead } from '@/lib/seo/head';
import { paths } from '@/lib/web/paths';
import { Missing, missingHead } from '../missing';
import { readCorrections, readSite } from '../reads';

export async function correctionsHead(page: number): Promise<Metadata> {
  const [site, { pages }] = await Promise.all([readSite(), readCorrections(page)]);
  if (page < 1 || page > pages) return missingHead();
  return listHead(site, {
    title: 'Corrections',
    description: `What readers found in the articles of ${site.settings.siteName}, and what was corrected.`,
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
