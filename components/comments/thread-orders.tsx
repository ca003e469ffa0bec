import { translatorOf } from '@/lib/i18n/translator';
import { commentOrders, type CommentOrder } from '@/lib/comments/order';
import { paths } from '@/lib/web/paths';

type Props = { slug: string; order: CommentOrder; preset: CommentOrder; language: string };

/** Links to the same thread in another order. */
export function ThreadOrders({ slug, order, preset, language }: Props) {
  const t = translatorOf(language);
  return (
    <nav className="thread-orders" aria-label={t('thread.order')}>
      <ul>
        {commentOrders.map((each) => (
          <li key={each}>
            <a
              href={`${each === preset ? paths.post(slug) : paths.commentsBy(slug, each)}#comments`}
              rel="nofollow"
              {...(each === order ? { 'aria-current': 'true' as const } : {})}
            >
              {t(`thread.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
