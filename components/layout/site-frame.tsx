import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { looksInHead } from '@/components/looks/sheets';
import { translatorOf } from '@/lib/i18n/translator';
import { directionOf } from '@/lib/web/languages';
import type { Menus } from '@/lib/menus/queries';
import type { SiteIdentity } from '@/lib/seo/head';
import type { Announcement } from '@/lib/settings/identity';
import { speculationRules } from '@/lib/web/speculation-rules';
import { themeScript } from '@/lib/web/theme-script';
import { AnnouncementBar } from './announcement-bar';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type Props = {
  site: Pick<SiteIdentity, 'settings' | 'images'>;
  announcement: Announcement | null;
  menus: Menus;
  /** For inline scripts on pages with a nonce policy. */
  nonce?: string | undefined;
  /** The account link's label where the viewer is known. */
  account?: string;
  /** Content below the header, and above the footer. */
  top?: ReactNode;
  bottom?: ReactNode;
  /** The page brings its looks itself. */
  hasOwnLooks?: boolean;
  children: ReactNode;
};

/** The frame of every public page: header, content, footer. */
export function SiteFrame({ site, announcement, menus, nonce, account, top, bottom, hasOwnLooks, children }: Props) {
  const { settings, images } = site;
  const { siteName, tagline, language } = settings;
  const { sheets, fonts } = hasOwnLooks ? { sheets: [], fonts: [] } : looksInHead(settings);
  const t = translatorOf(language);
  for (const font of fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={language} dir={directionOf(language)} suppressHydrationWarning>
      <body>
        {sheets.map((sheet) => (
          <link key={sheet} rel="stylesheet" href={sheet} precedence="looks" />
        ))}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} suppressHydrationWarning />
        <script
          type="speculationrules"
          nonce={nonce}
          dangerouslySetInnerHTML={{ __html: speculationRules }}
          suppressHydrationWarning
        />
        <a className="skip-link" href="#content">
          {t('layout.skip')}
        </a>
        {announcement && <AnnouncementBar announcement={leading(announcement, menus)} language={language} />}
        <SiteHeader
          siteName={siteName}
          tagline={tagline}
          images={images}
          menu={menus.header}
          sections={menus.sections}
          account={account}
          language={language}
        />
        {top}
        {children}
        {bottom}
        <SiteFooter menu={menus.footer} pages={menus.pages} settings={settings} />
      </body>
    </html>
  );
}

/** A link that leads to nothing public is left out, as menus leave it out. */
function leading(announcement: Announcement, { withheld }: Pick<Menus, 'withheld'>): Announcement {
  return withheld !== '' && announcement.link === withheld ? { ...announcement, link: '', linkText: '' } : announcement;
}
