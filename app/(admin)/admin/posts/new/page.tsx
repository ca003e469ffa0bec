import type { Metadata } from 'next';
import { createDraftAction } from '../actions';
import { guardPage } from '../../../guard';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { paths } from '@/lib/web/paths';

export const metadata: Metadata = { title: 'New post' };

/** Creates a draft from a link; by a button, because GET must not write. */
export default async function NewPostPage() {
  await guardPage('posts.write', paths.admin.newPost());
  return (
    <>
      <PageHeader title="New post or page" lead="It stays a draft until you publish it." />
      <div className="form-actions">
        <NewPostButton type="post" action={createDraftAction}>
          New post
        </NewPostButton>
        <NewPostButton type="page" action={createDraftAction} isQuiet>
          New page
        </NewPostButton>
      </div>
    </>
  );
}
