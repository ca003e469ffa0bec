import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteCodeHosts } from '@/components/layout/site-code';
import { SiteFrame } from '@/components/layout/site-frame';
import { siteHead, siteViewport } from '@/lib/seo/head';
import { readAnnouncement } from '@/lib/settings/queries';
import { readMenus, readSite } from './reads';
import '../tokens.css';
import '../base.css';
import '../slot.css';
import '../prose.css';
import './site.css';

// Reading a cookie, a header or a query fails the build: every page below is the same for all visitors.
export const dynamic = 'error';

export async function generateViewport(): Promise<Viewport> {
  return siteViewport(await readSite());
}

export async function generateMetadata(): Promise<Metadata> {
  return siteHead(await readSite());
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [site, announcement, menus] = await Promise.all([readSite(), readAnnouncement(), readMenus()]);
  const { siteCode, consent } = site.settings;
  const codes = siteCode.filter(({ isOn }) => isOn);
  return (
    <SiteFrame
      site={site}
      announcement={announcement}
      menus={menus}
      {...(codes.length > 0 ? { bottom: <SiteCodeHosts codes={codes} consent={consent} /> } : {})}
    >
      {children}
    </SiteFrame>
  );
}
