import type { RecentlyJudged, WouldHold } from '@/lib/comments/spam/recent';
import { paths } from '@/lib/web/paths';

/** Which of the newest comments the spam model would hold, and why. */
export function HeldBySpamModel({ judged, count, comments }: RecentlyJudged) {
  return (
    <section className="section" aria-labelledby="spam-recent">
      <header>
        <h2 id="spam-recent">What it would hold</h2>
        <p>{`${count} of the last ${judged} comments${count > comments.length ? `, of which these are the newest ${comments.length}` : ''}.`}</p>
      </header>
      <ol className="rows">
        {comments.map((comment) => (
          <li key={comment.id} className="row">
            <div className="row__main">
              <a className="row__title" href={paths.comment(comment.slug, comment.id)}>
                <bdi>{comment.excerpt || 'A comment without words'}</bdi>
              </a>
              <p className="row__meta">
                <bdi>{metaOf(comment)}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function metaOf({ status, percent, reasons }: WouldHold) {
  return [`${percent} % likely spam`, statusNames[status] ?? status, ...reasons].join(' · ');
}

const statusNames: Record<string, string> = {
  approved: 'Approved',
  pending: 'Pending',
  hidden: 'Hidden',
  spam: 'Spam',
  deleted: 'Deleted',
};
