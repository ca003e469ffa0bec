import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { directionOf } from '@/lib/languages';
import { themeScript } from '@/lib/theme-script';
import { readSettings } from './reads';
import '../tokens.css';
import '../base.css';
import './site.css';

// Whatever reads a cookie, a header or a query fails the build: every page below is the same for everybody.
export const dynamic = 'error';

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, tagline } = await readSettings();
  return { title: { default: siteName, template: `%s — ${siteName}` }, description: tagline };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { siteName, tagline, language } = await readSettings();
  return (
    <html lang={language} dir={directionOf(language)} suppressHydrationWarning>
      <body>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <a className="skip-link" href="#content">
          Skip to the content
        </a>
        <SiteHeader siteName={siteName} tagline={tagline} sections={[]} />
        {children}
        <SiteFooter siteName={siteName} pages={[]} />
      </body>
    </html>
  );
}
