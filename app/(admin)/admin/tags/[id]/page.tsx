import { useText } from '#text';
import { adminText } from '@/components/text/server';
import { pageTitle } from '../../../page-title';
import { notFound } from 'next/navigation';
import { DescriptionSection, RenameSection } from '@/components/admin/name-sections';
import { PageHeader } from '@/components/admin/page-header';
import { postsInWords } from '@/components/admin/tag-row';
import { FieldsForm } from '@/components/ui/fields-form';
import { AnswerWithUndo } from '@/components/admin/answer-with-undo';
import { SectionHeader } from '@/components/ui/section-header';
import { findAnswer } from '@/lib/actions/form-answer';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';
import { findTag } from '@/lib/post-lists/tag-queries';
import { guardPage } from '../../../guard';
import { deleteTagAction, describeTagAction, mergeTagsAction, renameTagAction, runTagBulkAction } from '../actions';

export const generateMetadata = pageTitle('Tag');

export default async function TagPage({ params }: PageProps<'/admin/tags/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('posts.edit-any', paths.admin.tag(id));
  const tag = await findTag(actor, id);
  if (!tag) notFound();
  return (
    <>
      <PageHeader
        title={tag.name}
        lead={t('{posts}, at {address}', { posts: postsInWords(tag.postCount, t), address: paths.tag(tag.slug) })}
      >
        <a className="button" href={paths.tag(tag.slug)}>
          {t('View tag')}
        </a>
      </PageHeader>
      <AnswerWithUndo answer={await findAnswer()} action={runTagBulkAction} />
      <RenameSection
        action={renameTagAction}
        words={{
          field: 'name',
          label: t('Name'),
          hint: t('The address changes with the name; the old one redirects to it.'),
          slugHint: t('Left as it is, it follows the name.'),
        }}
        of={{ id, value: tag.name, maxLength: 60, slug: tag.slug, maxSlugLength: 80 }}
      />
      <DescriptionSection action={describeTagAction} of={{ id, value: tag.description, maxLength: 1000 }} />
      <Ending tag={tag} />
    </>
  );
}

type Tag = { id: string; name: string; postCount: number };

function Ending({ tag: { id, name, postCount } }: { tag: Tag }) {
  const t = useText();
  if (postCount === 0) {
    return (
      <section className="section" aria-labelledby="end-head">
        <SectionHeader
          id="end-head"
          title={t('Delete')}
          hint={t('No posts have this tag; only its page is deleted.')}
        />
        <FieldsForm
          action={deleteTagAction}
          hidden={{ id }}
          fields={[]}
          submit={t('Delete tag')}
          question={{
            title: t('Delete the tag “{name}”?', { name }),
            what: t('The tag’s page and description are deleted.'),
          }}
        />
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="end-head">
      <SectionHeader
        id="end-head"
        title={t('Merge')}
        hint={t('Every post gets that tag instead, and this tag’s address redirects there.')}
      />
      <FieldsForm
        action={mergeTagsAction}
        isOneOfSeveral
        hidden={{ id }}
        fields={[{ name: 'into', label: t('Merge into'), maxLength: 60 }]}
        submit={
          postCount === 1
            ? t('Merge its post')
            : t('Merge its {count} posts', { count: countText(postCount, t.language) })
        }
        question={{
          title: t('Merge the tag “{name}” into another tag?', { name }),
          named: { field: 'into', title: t('Merge the tag “{name}” into “…”?', { name }) },
          what: t('The tag “{name}” is deleted, and every post that has it gets the other tag instead.', { name }),
        }}
      />
    </section>
  );
}
