import { pageNumbers } from '@/lib/posts/listing/page-numbers';

type Props = {
  page: number;
  pages: number;
  href: (page: number) => string;
  /** What the list has, for the links. */
  of?: string;
};

/** Pagination of a list: newer, older, and pages in between. */
export function Pager({ page, pages, href, of = 'posts' }: Props) {
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && (
        <a className="pager__step pager__step--newer" rel="prev" href={href(page - 1)}>
          {`Newer ${of}`}
        </a>
      )}
      <ol className="pager__pages">
        {pageNumbers(page, pages).map((each, index) => (
          <li key={each ?? `gap-${index}`}>{each === null ? <span aria-hidden="true">…</span> : pageLink(each)}</li>
        ))}
      </ol>
      {page < pages && (
        <a className="pager__step pager__step--older" rel="next" href={href(page + 1)}>
          {`Older ${of}`}
        </a>
      )}
    </nav>
  );

  function pageLink(each: number) {
    const isCurrent = each === page;
    return (
      <a href={href(each)} aria-label={`Page ${each}`} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
        {each}
      </a>
    );
  }
}
