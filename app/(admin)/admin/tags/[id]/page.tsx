import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { postsInWords } from '@/components/admin/tag-row';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { SectionHeader } from '@/components/ui/section-header';
import { findAnswer } from '@/lib/actions/form-answer';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';
import { findTag } from '@/lib/post-lists/tag-queries';
import { guardPage } from '../../../guard';
import { deleteTagAction, describeTagAction, mergeTagsAction, renameTagAction } from '../actions';

export const metadata: Metadata = { title: 'Tag' };

export default async function TagPage({ params }: PageProps<'/admin/tags/[id]'>) {
  const { id } = await params;
  const actor = await guardPage('posts.edit-any', paths.admin.tag(id));
  const tag = await findTag(actor, id);
  if (!tag) notFound();
  return (
    <>
      <PageHeader title={tag.name} lead={`${postsInWords(tag.postCount)}, at ${paths.tag(tag.slug)}`}>
        <a className="button" href={paths.tag(tag.slug)}>
          View tag
        </a>
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <section className="section" aria-labelledby="name-head">
        <SectionHeader
          id="name-head"
          title="Name"
          hint="The address changes with the name; the old one redirects to it."
        />
        <FieldsForm
          action={renameTagAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[{ name: 'name', label: 'Name', value: tag.name, maxLength: 60 }]}
          submit="Rename"
        />
      </section>
      <section className="section" aria-labelledby="words-head">
        <SectionHeader
          id="words-head"
          title="Description"
          hint="Shown above the list of posts, and to search engines."
        />
        <FieldsForm
          action={describeTagAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[
            {
              name: 'description',
              label: 'Description',
              kind: 'area',
              rows: 4,
              value: tag.description,
              maxLength: 1000,
            },
          ]}
          submit="Save"
          tone="plain"
        />
      </section>
      <Ending tag={tag} />
    </>
  );
}

type Tag = { id: string; name: string; postCount: number };

function Ending({ tag: { id, name, postCount } }: { tag: Tag }) {
  if (postCount === 0) {
    return (
      <section className="section" aria-labelledby="end-head">
        <SectionHeader id="end-head" title="Delete" hint="No posts have this tag; only its page is deleted." />
        <FieldsForm
          action={deleteTagAction}
          hidden={{ id }}
          fields={[]}
          submit="Delete tag"
          question={{
            title: `Delete the tag “${name}”?`,
            what: 'The tag’s page and description are deleted. This cannot be undone.',
          }}
        />
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="end-head">
      <SectionHeader
        id="end-head"
        title="Merge"
        hint="Every post gets that tag instead, and this tag’s address redirects there. This cannot be undone."
      />
      <FieldsForm
        action={mergeTagsAction}
        isOneOfSeveral
        hidden={{ id }}
        fields={[{ name: 'into', label: 'Merge into', maxLength: 60 }]}
        submit={`Merge ${postCount === 1 ? 'its post' : `its ${countText(postCount)} posts`}`}
        question={{
          title: `Merge the tag “${name}” into another tag?`,
          named: { field: 'into', title: `Merge the tag “${name}” into “…”?` },
          what: `The tag “${name}” is deleted, and every post that has it gets the other tag instead. This cannot be undone.`,
        }}
      />
    </section>
  );
}
