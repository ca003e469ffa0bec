import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Message } from '@/components/layout/message';
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
import { readTranslator } from '@/app/(site)/reads';
import { removeEarlierVersionsAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';
import './history.css';

type Props = PageProps<'/[slug]/comments/[id]/history'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('history.title'), robots: 'noindex' };
}

/** What a comment said before it was changed, for everyone who can read the comment. */
export default async function EditHistoryPage({ params }: Props) {
  const { id, slug: segment } = await params;
  const slug = decoded(segment);
  const [actor, settings] = await Promise.all([findActor(), readSettings()]);
  const history = await readEditHistory(actor, { id, slug, settings });
  if (!history) notFound();
  const { found, changes } = history;
  const t = translatorOf(settings.language);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>
          <Message
            parts={t.parts('history.byOn', {
              name: <bdi key="name">{found.comment.author.name}</bdi>,
              title: (
                <a key="title" href={paths.post(slug)} dir="auto">
                  {titleOf(found.post)}
                </a>
              ),
            })}
          />
        </p>
        <h1>{t('history.title')}</h1>
      </header>
      <p>
        <a href={paths.comment(slug, id)}>{t('history.back')}</a>
      </p>
      {changes.length === 0 ? <p>{t('history.none')}</p> : null}
      {changes.map((change) => (
        <Change key={change.revision} change={change} dates={settings} t={t} />
      ))}
      {found.can.moderate && changes.length > 0 && (
        <FieldsForm
          action={removeEarlierVersionsAction}
          hidden={{ id }}
          fields={[]}
          submit={t('history.remove')}
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
        <Message
          parts={t.parts('history.changed', {
            date: (
              <time key="date" dateTime={isoWithOffset(at, dates.timeZone)}>
                {formatMoment(at, dates)}
              </time>
            ),
          })}
        />
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
