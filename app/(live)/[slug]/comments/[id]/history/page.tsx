import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { readEditHistory, type EditHistory } from '@/lib/comments/edit-history';
import type { TextPart } from '@/lib/comments/text-changes';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { readSettings } from '@/lib/settings/queries';
import { formatMoment, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { decoded } from '@/app/(site)/addresses';
import { removeEarlierVersionsAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';
import './history.css';

type Props = PageProps<'/[slug]/comments/[id]/history'>;

export const metadata: Metadata = { title: 'Edit history', robots: 'noindex' };

/** What a comment said before it was changed, for everyone who can read the comment. */
export default async function EditHistoryPage({ params }: Props) {
  const { id, slug: segment } = await params;
  const slug = decoded(segment);
  const [actor, settings] = await Promise.all([findActor(), readSettings()]);
  const history = await readEditHistory(actor, { id, slug, settings });
  if (!history) notFound();
  const { found, changes } = history;
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>
          <span>Comment by </span>
          <bdi>{found.comment.author.name}</bdi>
          <span> on </span>
          <a href={paths.post(slug)} dir="auto">
            {titleOf(found.post)}
          </a>
        </p>
        <h1>Edit history</h1>
      </header>
      <p>
        <a href={paths.comment(slug, id)}>Back to the comment</a>
      </p>
      {changes.length === 0 ? <p>There are no earlier versions of this comment.</p> : null}
      {changes.map((change) => (
        <Change key={change.revision} change={change} dates={settings} t={translatorOf(settings.language)} />
      ))}
      {found.can.moderate && changes.length > 0 && (
        <FieldsForm
          action={removeEarlierVersionsAction}
          hidden={{ id }}
          fields={[]}
          submit="Remove earlier versions"
          tone="danger"
        />
      )}
    </main>
  );
}

type ChangeProps = { change: EditHistory['changes'][number]; dates: DateStyle; t: Translator };

function Change({ change: { at, byModerator, parts }, dates, t }: ChangeProps) {
  return (
    <section className="comment-change">
      <h2 className="comment-change__title">
        <span>Changed on </span>
        <time dateTime={isoWithOffset(at, dates.timeZone)}>{formatMoment(at, dates)}</time>
      </h2>
      {byModerator && <p className="comment__edited">{t('comment.editedByModerator')}</p>}
      <p className="comment-change__text" dir="auto">
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </p>
    </section>
  );
}

function Part({ part: { kind, text } }: { part: TextPart }) {
  if (kind === 'same') return <span>{text}</span>;
  return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}
