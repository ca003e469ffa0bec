import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteFrame } from '@/components/layout/site-frame';
import { siteHead, siteViewport } from '@/lib/seo/head';
import { readMenu, readSite } from '../(site)/reads';
import '../fonts.css';
import '../tokens.css';
import '../base.css';
import '../slot.css';
import '../prose.css';
import '../(site)/site.css';

// Public pages that are rendered per request, because they depend on the query or the user.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = siteViewport;

export async function generateMetadata(): Promise<Metadata> {
  return { ...siteHead(await readSite()), robots: { index: false } };
}

export default async function LiveLayout({ children }: { children: ReactNode }) {
  const [{ settings }, menu, nonce] = await Promise.all([readSite(), readMenu(), scriptNonce()]);
  return (
    <SiteFrame settings={settings} menu={menu} nonce={nonce}>
      {children}
    </SiteFrame>
  );
}

// The server gives every private page a policy with a fresh nonce; Next finds it the same way for its own scripts.
async function scriptNonce() {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
