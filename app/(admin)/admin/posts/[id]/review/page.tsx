import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { adminText } from '@/components/text/server';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { AppError } from '@/lib/platform/errors';
import { getEditable } from '@/lib/posts/editing/drafting';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { returnPostAction } from './actions';

export const generateMetadata = pageTitle('Return to the author');

/** Returns a post that was submitted for review to its author, with a reason. */
export default async function ReviewPage({ params }: PageProps<'/admin/posts/[id]/review'>) {
  const { id } = await params;
  const actor = await guardPage('posts.edit-any', paths.admin.review(id));
  const [t, answer] = await Promise.all([adminText(), findAnswer()]);
  const post = await getEditable(actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  });
  return (
    <>
      <PageHeader title={t('Return to the author')} lead={t('“{title}”', { title: titleOf(post.fields) })}>
        <a className="button" href={paths.admin.post(id)}>
          {t('Edit')}
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      {post.state === 'In review' ? (
        <FieldsForm
          action={returnPostAction}
          hidden={{ id }}
          fields={[
            {
              name: 'body',
              label: t('What should change?'),
              hint: t('Its authors are told by e-mail, and read it in the notes on the post.'),
              kind: 'area',
              rows: 6,
              maxLength: 4_000,
            },
          ]}
          submit={t('Return')}
        />
      ) : (
        <p className="quiet">{t('This post is not in review.')}</p>
      )}
    </>
  );
}
