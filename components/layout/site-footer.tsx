import { translatorOf } from '@/lib/i18n/translator';
import type { MenuItem, MenuLink } from '@/lib/menus/menu';
import { paths } from '@/lib/web/paths';
import type { SocialLink } from '@/lib/settings/identity';
import { FooterColumns, FooterLink } from './footer-columns';
import { SiteColophon } from './site-colophon';
import { ThemeSwitch } from './theme-switch';

type Props = {
  /** The owner's; without one, the pages stand in its place. */
  menu: MenuItem[] | null;
  pages: { title: string; slug: string }[];
  settings: {
    siteName: string;
    mediaKit: boolean;
    language: string;
    footerText: string;
    copyright: string;
    socialLinks: SocialLink[];
  };
};

/** The footer of every public page: the owner's menu or the pages, feeds and theme. */
export function SiteFooter({ menu, pages, settings }: Props) {
  const { siteName, mediaKit: hasMediaKit, language, footerText, copyright, socialLinks } = settings;
  const t = translatorOf(language);
  const columns = menu?.some(({ children }) => children.length > 0) ? menu : null;
  const links = menu ?? pages.map(({ title, slug }) => ({ id: slug, label: title, href: paths.post(slug) }));
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        {columns && (
          <nav className="site-footer__columns" aria-label={t('layout.footer')}>
            <FooterColumns items={columns} />
          </nav>
        )}
        <a className="site-footer__name" href={paths.home()} dir="auto">
          {siteName}
        </a>
        {columns ? (
          <LinkRow links={[]} hasMediaKit={hasMediaKit} language={language} />
        ) : (
          <nav aria-label={t('layout.footer')}>
            <LinkRow links={links} hasMediaKit={hasMediaKit} language={language} />
          </nav>
        )}
        <ThemeSwitch
          label={t('theme.label')}
          names={{ auto: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
        />
        <SiteColophon footerText={footerText} copyright={copyright} socialLinks={socialLinks} language={language} />
      </div>
    </footer>
  );
}

type RowProps = { links: MenuLink[]; hasMediaKit: boolean; language: string };

function LinkRow({ links, hasMediaKit, language }: RowProps) {
  const t = translatorOf(language);
  return (
    <ul className="site-footer__links">
      {links.map((link) => (
        <li key={link.id}>
          <FooterLink link={link} />
        </li>
      ))}
      {hasMediaKit && (
        <li>
          <a href={paths.mediaKit()}>{t('layout.advertise')}</a>
        </li>
      )}
      <li>
        <a href={paths.archive()}>{t('layout.archive')}</a>
      </li>
      <li>
        <a href={paths.feed('', 'atom')} type="application/atom+xml">
          {t('layout.feed')}
        </a>
      </li>
    </ul>
  );
}
