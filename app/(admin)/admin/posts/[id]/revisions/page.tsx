import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { Comparison } from '@/components/editor/revisions/comparison';
import { RestoreForm } from '@/components/editor/revisions/restore-form';
import { adminText } from '@/components/text/server';
import type { Actor } from '@/lib/auth/actor';
import { findCover } from '@/lib/editor/queries';
import { AppError } from '@/lib/platform/errors';
import { findRevisions, listRevisions } from '@/lib/posts/editing/revisions';
import { titleOf } from '@/lib/posts/title';
import { getSettings } from '@/lib/settings/queries';
import { distinctMoments } from '@/lib/time/site-time';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { toEditorFields } from '../../editor-post';
import { revisionKinds } from '../../revision-kinds';
import { restoreVersionAction } from './actions';
import '../../../../_styles/revisions.css';

export const generateMetadata = pageTitle('Revision history');

/** Two versions of a post, compared; by default the newest with the one before. */
export default async function RevisionsPage({ params, searchParams }: PageProps<'/admin/posts/[id]/revisions'>) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const actor = await guardPage('posts.write', paths.admin.revisions(id));
  const [t, { timeZone }] = await Promise.all([adminText(), getSettings()]);
  const revisions = await findHistory(actor, id);
  const moments = revisions.map(({ createdAt }) => createdAt);
  const names = distinctMoments(moments, { timeZone, language: t.language });
  const listed = revisions.map((revision, at) => ({
    id: revision.id,
    before: revisions[at + 1]?.id ?? '',
    when: names[at] ?? '',
    what: t(revisionKinds[revision.kind] ?? 'saved'),
    who: revision.author?.name ?? '',
  }));
  const to = listed.find((each) => each.id === only(search.to)) ?? listed[0];
  const from = listed.find((each) => each.id === only(search.from)) ?? listed.find((each) => each.id === to?.before);
  // The newest is what there is already.
  const restorable = to && to.id !== listed[0]?.id ? to : from;
  const compared = to && from ? await findRevisions(actor, id, [from.id, to.id]) : [];
  const covers = await Promise.all(compared.map(({ coverId }) => findCover(coverId)));
  const [before, after] = compared.map((fields, at) => ({
    name: [from, to][at]?.when ?? '',
    fields: toEditorFields(fields, timeZone),
    cover: covers[at]?.src ?? null,
  }));
  return (
    <>
      <PageHeader
        title={t('Revision history')}
        lead={t('“{title}”', { title: titleOf(revisions[0] ?? { title: '' }) })}
      >
        <a className="button" href={paths.admin.post(id)}>
          {t('Edit')}
        </a>
      </PageHeader>
      {listed.length === 0 && <p className="quiet">{t('No revisions yet. Each save is listed here.')}</p>}
      <div className="revisions">
        <ol className="rows revisions__list" aria-label={t('Versions')}>
          {listed.map((each) => (
            <li key={each.id} className="row" aria-current={each.id === to?.id ? 'true' : undefined}>
              <div className="row__main">
                <a
                  className="row__title"
                  href={paths.admin.revisions(id, { from: each.before || each.id, to: each.id })}
                >
                  {each.when}
                </a>
                <p className="row__meta">
                  {[each.what, each.who].filter(Boolean).map((part, at) => (
                    <span key={part}>{at > 0 ? ` · ${part}` : part}</span>
                  ))}
                </p>
                {to && each.id !== to.id && (
                  <a href={paths.admin.revisions(id, { from: each.id, to: to.id })}>
                    {t('Compare with {when}', { when: to.when })}
                  </a>
                )}
              </div>
            </li>
          ))}
        </ol>
        <div>
          {before && after && (
            <>
              <p>
                <span>{t('From {from} to {to}.', { from: before.name, to: after.name })}</span> <ins>{t('Added')}</ins>{' '}
                · <del>{t('Removed')}</del>
              </p>
              <Comparison from={before} to={after} />
            </>
          )}
          {restorable && <RestoreForm action={restoreVersionAction} postId={id} revision={restorable} />}
        </div>
      </div>
    </>
  );
}

async function findHistory(actor: Actor, id: string) {
  try {
    return await listRevisions(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
