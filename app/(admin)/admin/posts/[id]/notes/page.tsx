import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { NewNoteForm } from '@/components/notes/new-note-form';
import { NoteThreads } from '@/components/notes/note-threads';
import { adminText } from '@/components/text/server';
import { getDiscussed } from '@/lib/notes/queries';
import { AppError } from '@/lib/platform/errors';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { noteActions } from './note-actions';
import { readNotes } from './shown-notes';
import '../../../../_styles/notes.css';

export const generateMetadata = pageTitle('Notes');

/** What the staff say to each other about a post. */
export default async function NotesPage({ params }: PageProps<'/admin/posts/[id]/notes'>) {
  const { id } = await params;
  const actor = await guardPage('posts.write', paths.admin.postNotes(id));
  const [t, { timeZone }] = await Promise.all([adminText(), getSettings()]);
  const [post, notes] = await Promise.all([getDiscussed(actor, id), readNotes(actor, id, { timeZone, t })]).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') notFound();
      throw error;
    },
  );
  return (
    <>
      <PageHeader title={t('Notes')} lead={t('On “{title}”. Only staff see them.', { title: titleOf(post) })}>
        {post.mayEdit && (
          <a className="button" href={paths.admin.post(id)}>
            {t('Edit')}
          </a>
        )}
        {post.slug !== null && (
          <a className="button" href={paths.post(post.slug)}>
            {t('View')}
          </a>
        )}
      </PageHeader>
      <NoteThreads notes={notes} actions={noteActions} />
      <section className="notes-new" aria-labelledby="new-note-title">
        <h2 id="new-note-title">{t('New note')}</h2>
        <NewNoteForm notes={notes} action={noteActions.write} />
      </section>
    </>
  );
}
