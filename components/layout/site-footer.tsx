import { paths } from '@/lib/web/paths';
import { ThemeSwitch } from './theme-switch';

type Props = {
  siteName: string;
  pages: { title: string; slug: string }[];
  hasMediaKit: boolean;
};

/** The footer of every public page: pages, feeds and theme. */
export function SiteFooter({ siteName, pages, hasMediaKit }: Props) {
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <a className="site-footer__name" href={paths.home()} dir="auto">
          {siteName}
        </a>
        <nav aria-label="Footer">
          <ul className="site-footer__links">
            {pages.map((page) => (
              <li key={page.slug}>
                <a href={paths.post(page.slug)}>{page.title}</a>
              </li>
            ))}
            {hasMediaKit && (
              <li>
                <a href={paths.mediaKit()}>Advertise</a>
              </li>
            )}
            <li>
              <a href={paths.archive()}>Archive</a>
            </li>
            <li>
              <a href={paths.feed('', 'atom')} type="application/atom+xml">
                RSS feed
              </a>
            </li>
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
