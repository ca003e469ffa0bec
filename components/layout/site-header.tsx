import { translatorOf } from '@/lib/i18n/translator';
import type { MenuItem } from '@/lib/menus/menu';
import { paths } from '@/lib/web/paths';
import type { SiteImages } from '@/lib/identity/site-images';
import { AccountLink } from './account-link';
import { HeaderMenu } from './header-menu';
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

/** The site header: name, navigation and account links. */
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
      <nav
        className={menu ? 'masthead__nav masthead__nav--own' : 'masthead__nav'}
        aria-label={t('layout.mainNavigation')}
      >
        {menu ? <HeaderMenu items={menu} language={language} /> : <Sections sections={sections} language={language} />}
        <ul className="masthead__tools">
          <li>
            <a href={paths.search()}>{t('layout.search')}</a>
          </li>
          <li>
            <AccountLink label={account || t('layout.account')} unread={t.forms('layout.unread')} />
          </li>
        </ul>
      </nav>
    </header>
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
