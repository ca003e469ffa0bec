import { adminText } from '@/components/text/server';
import { pageTitle } from '../../../page-title';
import { createDraftAction } from '../actions';
import { guardPage } from '../../../guard';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { paths } from '@/lib/web/paths';

export const generateMetadata = pageTitle('New post');

/** Creates a draft from a link; by a button, because GET must not write. */
export default async function NewPostPage() {
  const t = await adminText();
  await guardPage('posts.write', paths.admin.newPost());
  return (
    <>
      <PageHeader title={t('New post or page')} lead={t('It stays a draft until you publish it.')} />
      <div className="form-actions">
        <NewPostButton type="post" action={createDraftAction}>
          {t('New post')}
        </NewPostButton>
        <NewPostButton type="page" action={createDraftAction} isQuiet>
          {t('New page')}
        </NewPostButton>
      </div>
    </>
  );
}
