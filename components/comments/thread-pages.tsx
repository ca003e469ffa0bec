import type { SortedOrder } from '@/lib/comments/order';
import { paths } from '@/lib/web/paths';

type Props = { slug: string; page: number; pages: number; isOldestElsewhere?: boolean };

/** Pagination of a thread. */
export function ThreadPages({ slug, page, pages, isOldestElsewhere = false }: Props) {
  if (pages <= 1) return null;
  const before = page === 2 && isOldestElsewhere ? paths.commentsBy(slug, 'oldest') : paths.commentPage(slug, page - 1);
  return (
    <nav className="thread-pages" aria-label="Pages of comments">
      {page > 1 ? (
        <a href={`${before}#comments`} rel="prev">
          Earlier comments
        </a>
      ) : (
        <span />
      )}
      <span className="thread-pages__where">{`Page ${page} of ${pages}`}</span>
      {page < pages ? (
        <a href={`${paths.commentPage(slug, page + 1)}#comments`} rel="next">
          Later comments
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

type SortedProps = { slug: string; order: SortedOrder; isFirst: boolean; next: string | null };

/** Pagination of a thread in another order: on, and back to the beginning. */
export function SortedPages({ slug, order, isFirst, next }: SortedProps) {
  if (isFirst && next === null) return null;
  return (
    <nav className="thread-pages" aria-label="Pages of comments">
      {isFirst ? <span /> : <a href={`${paths.commentsBy(slug, order)}#comments`}>First comments</a>}
      {next === null ? (
        <span />
      ) : (
        <a href={`${paths.commentsBy(slug, order, next)}#comments`} rel="next">
          More comments
        </a>
      )}
    </nav>
  );
}
