import type { ComponentProps } from 'react';
import { StructuredData } from '@/components/layout/structured-data';
import { Listing } from '@/components/posts/listing';
import type { SiteIdentity } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import type { PageContext } from '@/lib/slots/placement-rules';
import { readPageSlots } from './slot-reads';

type Props = Omit<ComponentProps<typeof Listing>, 'dates'> & {
  site: SiteIdentity;
  slots: PageContext;
  /** Its own kind of list for search engines. */
  series?: { title: string; slug: string; description: string };
};

/** A list of posts with a subject (a tag, an author, a month), which is also listed in the sitemap. */
export async function SubjectListing({ site, slots, series, ...listing }: Props) {
  await readPageSlots(slots);
  const { title, href, list } = listing;
  return (
    <>
      <StructuredData
        json={scriptJson(listGraph(site, { title, path: href(list.page), ...(series ? { series } : {}) }))}
      />
      <Listing {...listing} dates={site.settings} />
    </>
  );
}
