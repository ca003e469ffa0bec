import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/site-frame';
import { siteHead } from '@/lib/seo/head';
import { readAnnouncement } from '@/lib/settings/queries';
import { readMenus, readSite } from '../(site)/reads';
import { scriptNonce } from '../script-nonce';
import '../tokens.css';
import '../base.css';
import '../slot.css';
import '../prose.css';
import '../(site)/site.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { ...siteHead(await readSite()), robots: { index: false } };
}

/** The frame of public pages without the looks that are saved: the page below has others. It guards itself. */
export default async function LooksLayout({ children }: { children: ReactNode }) {
  const [site, announcement, menus, nonce] = await Promise.all([
    readSite(),
    readAnnouncement(),
    readMenus(),
    scriptNonce(),
  ]);
  return (
    <SiteFrame site={site} announcement={announcement} menus={menus} nonce={nonce} hasOwnLooks>
      {children}
    </SiteFrame>
  );
}
