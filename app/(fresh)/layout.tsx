import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/site-frame';
import { siteHead, siteViewport } from '@/lib/seo/head';
import { readMenu, readSite } from '../(site)/reads';
import '../fonts.css';
import '../tokens.css';
import '../base.css';
import '../nook.css';
import '../(site)/site.css';

export const dynamic = 'force-dynamic';

export const viewport: Viewport = siteViewport;

export async function generateMetadata(): Promise<Metadata> {
  return { ...siteHead(await readSite()), robots: 'noindex' };
}

/** Pages that look like the site and are made for one request: previews, and what only one person may see. */
export default async function FreshLayout({ children }: { children: ReactNode }) {
  const [{ settings }, menu, nonce] = await Promise.all([readSite(), readMenu(), scriptNonce()]);
  return (
    <SiteFrame settings={settings} menu={menu} nonce={nonce}>
      {children}
    </SiteFrame>
  );
}

async function scriptNonce() {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
