import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/site-frame';
import { ReaderText } from '@/components/text/reader-text';
import { readerWords } from '@/components/text/reader-words';
import { translatorOf } from '@/lib/i18n/translator';
import { findActor } from '@/lib/auth/session';
import { siteHead, siteViewport } from '@/lib/seo/head';
import { readAnnouncement } from '@/lib/settings/queries';
import { readMenus, readSite } from '../(site)/reads';
import { scriptNonce } from '../script-nonce';
import '../tokens.css';
import '../base.css';
import '../slot.css';
import '../prose.css';
import '../(site)/site.css';

// Public pages that are rendered per request, because they depend on the query or the user.
export const dynamic = 'force-dynamic';

export async function generateViewport(): Promise<Viewport> {
  return siteViewport(await readSite());
}

export async function generateMetadata(): Promise<Metadata> {
  return { ...siteHead(await readSite()), robots: { index: false } };
}

export default async function LiveLayout({ children }: { children: ReactNode }) {
  const [site, announcement, menus, viewer, nonce] = await Promise.all([
    readSite(),
    readAnnouncement(),
    readMenus(),
    findActor(),
    scriptNonce(),
  ]);
  return (
    <SiteFrame
      site={site}
      announcement={announcement}
      menus={menus}
      nonce={nonce}
      account={viewer?.name ?? translatorOf(site.settings.language)('layout.signIn')}
    >
      <ReaderText words={readerWords(site.settings.language)}>{children}</ReaderText>
    </SiteFrame>
  );
}
