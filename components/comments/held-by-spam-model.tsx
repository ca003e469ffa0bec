import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Text } from '@/components/text/text';
import type { RecentlyJudged, WouldHold } from '@/lib/comments/spam/recent';
import { paths } from '@/lib/web/paths';

/** Which of the newest comments the spam model would hold, and why. */
export function HeldBySpamModel({ judged, count, comments }: RecentlyJudged) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="spam-recent">
      <header>
        <h2 id="spam-recent">{t('What it would hold')}</h2>
        <p>
          {count > comments.length
            ? t('{count} of the last {judged} comments, of which these are the newest {shown}.', {
                count,
                judged,
                shown: comments.length,
              })
            : t('{count} of the last {judged} comments.', { count, judged })}
        </p>
      </header>
      <ol className="rows">
        {comments.map((comment) => (
          <li key={comment.id} className="row">
            <div className="row__main">
              <a className="row__title" href={paths.comment(comment.slug, comment.id)}>
                <bdi>{comment.excerpt || t('A comment without words')}</bdi>
              </a>
              <p className="row__meta">
                <bdi>{metaOf(comment, t)}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function metaOf({ status, percent, reasons }: WouldHold, t: Text) {
  const likely = t('{percent} % likely spam', { percent });
  return [likely, t(statusNames[status] ?? status), ...reasons.map((reason) => t.said(reason))].join(' · ');
}

const statusNames: Record<string, string> = {
  approved: msg('Approved'),
  pending: msg('Pending'),
  hidden: msg('Hidden'),
  spam: msg('Spam'),
  deleted: msg('Deleted'),
};
