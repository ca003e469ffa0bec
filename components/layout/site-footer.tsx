import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { ThemeSwitch } from './theme-switch';

type Props = {
  siteName: string;
  pages: { title: string; slug: string }[];
  hasMediaKit: boolean;
  language: string;
};

/** The footer of every public page: pages, feeds and theme. */
export function SiteFooter({ siteName, pages, hasMediaKit, language }: Props) {
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
      </div>
    </footer>
  );
}
