import { translatorOf } from '@/lib/i18n/translator';
import { pageNumbers } from '@/lib/posts/listing/page-numbers';

type Props = {
  page: number;
  pages: number;
  href: (page: number) => string;
  language: string;
  /** What the list has, for the links. */
  of?: keyof typeof steps;
};

const steps = {
  posts: { newer: 'list.newerPosts', older: 'list.olderPosts' },
  corrections: { newer: 'list.newerCorrections', older: 'list.olderCorrections' },
} as const;

/** Pagination of a list: newer, older, and pages in between. */
export function Pager({ page, pages, href, language, of = 'posts' }: Props) {
  const t = translatorOf(language);
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      {page > 1 && (
        <a className="pager__step pager__step--newer" rel="prev" href={href(page - 1)}>
          {t(steps[of].newer)}
        </a>
      )}
      <ol className="pager__pages">
        {pageNumbers(page, pages).map((each, index) => (
          <li key={each ?? `gap-${index}`}>{each === null ? <span aria-hidden="true">…</span> : pageLink(each)}</li>
        ))}
      </ol>
      {page < pages && (
        <a className="pager__step pager__step--older" rel="next" href={href(page + 1)}>
          {t(steps[of].older)}
        </a>
      )}
    </nav>
  );

  function pageLink(each: number) {
    const isCurrent = each === page;
    return (
      <a
        href={href(each)}
        aria-label={t('list.pageLink', { page: each })}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      >
        {each}
      </a>
    );
  }
}
