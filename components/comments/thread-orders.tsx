import { commentOrders, orderNames, type CommentOrder } from '@/lib/comments/order';
import { paths } from '@/lib/web/paths';

type Props = { slug: string; order: CommentOrder; preset: CommentOrder };

/** Links to the same thread in another order. */
export function ThreadOrders({ slug, order, preset }: Props) {
  return (
    <nav className="thread-orders" aria-label="Order of comments">
      <ul>
        {commentOrders.map((each) => (
          <li key={each}>
            <a
              href={`${each === preset ? paths.post(slug) : paths.commentsBy(slug, each)}#comments`}
              rel="nofollow"
              {...(each === order ? { 'aria-current': 'true' as const } : {})}
            >
              {orderNames[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
