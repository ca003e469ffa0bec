import type { PublishedCorrection } from '@/lib/corrections/queries';
import { formatDay, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';

type Props = {
  post: { id: string; slug: string };
  corrections: readonly PublishedCorrection[];
  dates: DateStyle;
  isOpen: boolean;
};

/** What was corrected in an article, with dates and thanks, and the way to suggest more. */
export function ArticleCorrections({ post, corrections, dates, isOpen }: Props) {
  if (corrections.length === 0 && !isOpen) return null;
  return (
    <footer className="corrections">
      {corrections.length > 0 && (
        <>
          <h2>Corrections</h2>
          <ul>
            {corrections.map((correction) => (
              <li key={correction.id} id={`correction-${correction.id}`}>
                <CorrectionNote correction={correction} slug={post.slug} dates={dates} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && (
        <p>
          <a href={paths.suggestCorrection(post.id)} rel="nofollow" data-correct={post.id}>
            Suggest a correction
          </a>
        </p>
      )}
    </footer>
  );
}

type NoteProps = { correction: PublishedCorrection; slug: string; dates: DateStyle };

export function CorrectionNote({ correction: { note, at, by }, slug, dates }: NoteProps) {
  return (
    <>
      <time dateTime={at}>{formatDay(new Date(at), dates)}</time>
      <span dir="auto">{note}</span>
      {by && (
        <span>
          <span>Thanks to </span>
          <a href={paths.comment(slug, by.commentId)} rel="nofollow">
            <bdi>{by.name}</bdi>
          </a>
        </span>
      )}
    </>
  );
}
