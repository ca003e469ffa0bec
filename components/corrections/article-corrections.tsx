import { Message } from '@/components/layout/message';
import { translatorOf } from '@/lib/i18n/translator';
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
  const t = translatorOf(dates.language);
  return (
    <footer className="corrections">
      {corrections.length > 0 && (
        <>
          <h2>{t('corrections.title')}</h2>
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
            {t('corrections.suggest')}
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
          <Message
            parts={translatorOf(dates.language).parts('corrections.thanks', { name: <Finder by={by} slug={slug} /> })}
          />
        </span>
      )}
    </>
  );
}

function Finder({ by, slug }: { by: NonNullable<PublishedCorrection['by']>; slug: string }) {
  if (by.commentId === null) return <bdi>{by.name}</bdi>;
  return (
    <a href={paths.comment(slug, by.commentId)} rel="nofollow">
      <bdi>{by.name}</bdi>
    </a>
  );
}
