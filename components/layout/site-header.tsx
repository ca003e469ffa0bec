import { translatorOf } from '@/lib/i18n/translator';
import type { MenuItem } from '@/lib/menus/menu';
import { paths } from '@/lib/web/paths';
import type { SiteImages } from '@/lib/identity/site-images';
import { AccountLink } from './account-link';
import { HeaderMenu, MENU_ID } from './header-menu';
import { SiteLogo } from './site-logo';

type Props = {
  siteName: string;
  tagline: string;
  images: Pick<SiteImages, 'logo' | 'darkLogo'>;
  /** The owner's; without one, the sections stand in its place. */
  menu: MenuItem[] | null;
  sections: { name: string; slug: string }[];
  account?: string | undefined;
  language: string;
};

/** The site header: name, navigation and account links; on phones one line, whose button opens the rest. */
export function SiteHeader({ siteName, tagline, images, menu, sections, account, language }: Props) {
  const t = translatorOf(language);
  return (
    <header className="masthead">
      <div className="masthead__title">
        <a className="masthead__name" href={paths.home()} dir="auto">
          {images.logo ? <SiteLogo logo={images.logo} darkLogo={images.darkLogo} siteName={siteName} /> : siteName}
        </a>
        {tagline && (
          <p className="masthead__tagline" dir="auto">
            {tagline}
          </p>
        )}
      </div>
      <nav className="masthead__nav" aria-label={t('layout.mainNavigation')}>
        <button type="button" className="masthead__open" popoverTarget={MENU_ID} aria-label={t('layout.menu')}>
          <Icon path="M3 6h18M3 12h18M3 18h18" />
        </button>
        <div className="masthead__box" id={MENU_ID} popover="auto">
          {menu ? (
            <HeaderMenu items={menu} language={language} />
          ) : (
            <Sections sections={sections} language={language} />
          )}
          <ul className="masthead__tools">
            <li>
              <a href={paths.search()}>{t('layout.search')}</a>
            </li>
            <li>
              <AccountLink label={account || t('layout.account')} unread={t.forms('layout.unread')} />
            </li>
          </ul>
        </div>
        <a className="masthead__find" href={paths.search()} aria-label={t('layout.search')}>
          <Icon path="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21" />
        </a>
      </nav>
    </header>
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentcolor"
      strokeWidth="1.75"
      aria-hidden="true"
    >
      <path d={path} strokeLinecap="round" />
    </svg>
  );
}

function Sections({ sections, language }: Pick<Props, 'sections' | 'language'>) {
  return (
    <ul className="masthead__sections">
      {sections.map((section) => (
        <li key={section.slug}>
          <a href={paths.tag(section.slug)}>{section.name}</a>
        </li>
      ))}
      {sections.length === 0 && (
        <li>
          <a href={paths.archive()}>{translatorOf(language)('layout.archive')}</a>
        </li>
      )}
    </ul>
  );
}
