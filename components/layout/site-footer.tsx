import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import type { SocialLink } from '@/lib/settings/identity';
import { SiteColophon } from './site-colophon';
import { ThemeSwitch } from './theme-switch';

type Props = {
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

/** The footer of every public page: pages, feeds and theme. */
export function SiteFooter({ pages, settings }: Props) {
  const { siteName, mediaKit: hasMediaKit, language, footerText, copyright, socialLinks } = settings;
  const t = translatorOf(language);
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <a className="site-footer__name" href={paths.home()} dir="auto">
          {siteName}
        </a>
        <nav aria-label={t('layout.footer')}>
          <ul className="site-footer__links">
            {pages.map((page) => (
              <li key={page.slug}>
                <a href={paths.post(page.slug)}>{page.title}</a>
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
        </nav>
        <ThemeSwitch
          label={t('theme.label')}
          names={{ auto: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
        />
        <SiteColophon footerText={footerText} copyright={copyright} socialLinks={socialLinks} language={language} />
      </div>
    </footer>
  );
}
