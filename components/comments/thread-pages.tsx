import { translatorOf } from '@/lib/i18n/translator';
import type { SortedOrder } from '@/lib/comments/order';
import { paths } from '@/lib/web/paths';

type Props = { slug: string; page: number; pages: number; isOldestElsewhere?: boolean; language: string };

/** Pagination of a thread. */
export function ThreadPages({ slug, page, pages, isOldestElsewhere = false, language }: Props) {
  const t = translatorOf(language);
  if (pages <= 1) return null;
  const before = page === 2 && isOldestElsewhere ? paths.commentsBy(slug, 'oldest') : paths.commentPage(slug, page - 1);
  return (
    <nav className="thread-pages" aria-label={t('thread.pages')}>
      {page > 1 ? (
        <a href={`${before}#comments`} rel="prev">
          {t('thread.earlier')}
        </a>
      ) : (
        <span />
      )}
      <span className="thread-pages__where">{t('list.page', { page, pages })}</span>
      {page < pages ? (
        <a href={`${paths.commentPage(slug, page + 1)}#comments`} rel="next">
          {t('thread.later')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

type SortedProps = { slug: string; order: SortedOrder; isFirst: boolean; next: string | null; language: string };

/** Pagination of a thread in another order: on, and back to the beginning. */
export function SortedPages({ slug, order, isFirst, next, language }: SortedProps) {
  const t = translatorOf(language);
  if (isFirst && next === null) return null;
  return (
    <nav className="thread-pages" aria-label={t('thread.pages')}>
      {isFirst ? <span /> : <a href={`${paths.commentsBy(slug, order)}#comments`}>{t('thread.first')}</a>}
      {next === null ? (
        <span />
      ) : (
        <a href={`${paths.commentsBy(slug, order, next)}#comments`} rel="next">
          {t('thread.more')}
        </a>
      )}
    </nav>
  );
}
