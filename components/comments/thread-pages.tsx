import { paths } from '@/lib/web/paths';

type Props = { slug: string; page: number; pages: number };

/** Pagination of a thread. */
export function ThreadPages({ slug, page, pages }: Props) {
  if (pages <= 1) return null;
  return (
    <nav className="thread-pages" aria-label="Pages of comments">
      {page > 1 ? (
        <a href={`${paths.commentPage(slug, page - 1)}#comments`} rel="prev">
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
