'use client';

import { usePathname } from 'next/navigation';
import { useText } from '#text';
import { PageHeader } from '@/components/admin/page-header';
import { StoredDraftNote } from '@/components/editor/saving/stored-draft-note';
import { paths } from '@/lib/web/paths';

/** Reloads the page instead of rendering it again: its data may be older than what was saved since. */
export default function AdminError({ error }: { error: Error & { digest?: string } }) {
  const t = useText();
  const postId = postIdIn(usePathname());
  return (
    <>
      <PageHeader
        title={t('This page could not be shown')}
        lead={t('Something went wrong on our side. What was saved before is safe.')}
      />
      {postId && <StoredDraftNote postId={postId} />}
      <p className="form-actions">
        <button className="button button--primary" type="button" onClick={() => location.reload()}>
          {t('Reload')}
        </button>
        <a className="button" href={paths.admin.dashboard()}>
          {t('Go to the dashboard')}
        </a>
      </p>
      {error.digest && (
        <p className="quiet">
          {t('If it happens again, give the administrator this number: {digest}', { digest: error.digest })}
        </p>
      )}
    </>
  );
}

function postIdIn(path: string) {
  const id = path.split('/').at(-1) ?? '';
  return path === paths.admin.post(id) ? id : null;
}
