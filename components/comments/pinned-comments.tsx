import { StaticHtml } from '@/components/layout/static-html';
import { translatorOf } from '@/lib/i18n/translator';
import type { ThreadComment } from '@/lib/comments/comment';
import { pinnedMarkup, type ThreadStyle } from './comment-markup';

type Props = Pick<ThreadStyle, 'slug' | 'dates'> & {
  comments: readonly ThreadComment[];
  /** The comments that this page shows in their places too. */
  here: ReadonlySet<string>;
};

/** The pinned comments of a post, above its thread, where they stand as well. */
export function PinnedComments({ comments, here, slug, dates }: Props) {
  if (comments.length === 0) return null;
  const style = { slug, dates, canAnswer: false };
  return (
    <section className="pinned" aria-labelledby="pinned-heading">
      <h3 id="pinned-heading" className="hidden-visually">
        {translatorOf(dates.language)('thread.pinned')}
      </h3>
      <StaticHtml
        element="ol"
        className="thread"
        html={comments.map((comment) => pinnedMarkup(comment, style, here.has(comment.id)).html).join('')}
      />
    </section>
  );
}
