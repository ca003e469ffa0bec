import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ReaderText } from '@/components/text/reader-text';
import { readerWords } from '@/components/text/reader-words';
import { translatorOf } from '@/lib/i18n/translator';
import { directionOf } from '@/lib/web/languages';
import { paths } from '@/lib/web/paths';
import { readSiteImages } from '@/lib/identity/queries';
import { iconLinks } from '@/lib/identity/site-images';
import { colourRules } from '@/lib/settings/looks';
import { getSettings } from '@/lib/settings/queries';
import { themeScript } from '@/lib/web/theme-script';
import { scriptNonce } from '../script-nonce';
import '../fonts.css';
import '../tokens.css';
import '../base.css';
import '../confirm.css';
import '../forms.css';
import './auth.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const [{ siteName }, images] = await Promise.all([getSettings(), readSiteImages()]);
  return {
    title: { default: siteName, template: `%s — ${siteName}` },
    icons: iconLinks(images),
    robots: 'noindex',
    referrer: 'same-origin',
  };
}

/** Each page below guards itself. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const [settings, nonce] = await Promise.all([getSettings(), scriptNonce()]);
  const { siteName, language } = settings;
  return (
    <html lang={language} dir={directionOf(language)} suppressHydrationWarning>
      <body>
        <style dangerouslySetInnerHTML={{ __html: colourRules(settings) }} />
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} suppressHydrationWarning />
        <a className="skip-link" href="#main">
          {translatorOf(language)('layout.skip')}
        </a>
        <header className="auth__header">
          <a className="auth__name" href={paths.home()} dir="auto">
            {siteName}
          </a>
        </header>
        <main id="main" className="auth" tabIndex={-1}>
          <ReaderText words={readerWords(language)}>{children}</ReaderText>
        </main>
      </body>
    </html>
  );
}
