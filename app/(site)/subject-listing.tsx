import type { ComponentProps } from 'react';
import { StructuredData } from '@/components/layout/structured-data';
import type { SiteIdentity } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { NookListing } from './nook-listing';

type Props = Omit<ComponentProps<typeof NookListing>, 'dates'> & { site: SiteIdentity };

/** A list of posts with a subject (a tag, an author, a month), which search engines are told of too. */
export function SubjectListing({ site, ...listing }: Props) {
  const { title, href, list } = listing;
  return (
    <>
      <StructuredData json={scriptJson(listGraph(site, { title, path: href(list.page) }))} />
      <NookListing {...listing} dates={site.settings} />
    </>
  );
}
