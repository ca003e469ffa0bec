import { adminText } from '@/components/text/server';
import { pageTitle } from '../../../page-title';
import { notFound } from 'next/navigation';
import { DescriptionSection, RenameSection } from '@/components/admin/name-sections';
import { PageHeader } from '@/components/admin/page-header';
import { postsInWords } from '@/components/admin/tag-row';
import { SeriesParts } from '@/components/series/series-parts';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { SectionHeader } from '@/components/ui/section-header';
import { findAnswer } from '@/lib/actions/form-answer';
import { findListedSeries, listParts } from '@/lib/post-lists/series-queries';
import { MAX_SERIES_DESCRIPTION, MAX_SERIES_TITLE } from '@/lib/posts/series/series';
import { MAX_SLUG_LENGTH } from '@/lib/posts/publishing/slugs';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { deleteSeriesAction, describeSeriesAction, orderSeriesAction, renameSeriesAction } from '../actions';

export const generateMetadata = pageTitle('Series');

export default async function OneSeriesPage({ params }: PageProps<'/admin/series/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('posts.edit-any', paths.admin.oneSeries(id));
  const series = await findListedSeries(actor, id);
  if (!series) notFound();
  const parts = await listParts(actor, id);
  const address = paths.series(series.slug);
  return (
    <>
      <PageHeader
        title={series.title}
        lead={t('{posts}, at {address}', { posts: postsInWords(series.postCount, t), address })}
      >
        {parts.some(({ state }) => state === 'Published') && (
          <a className="button" href={address}>
            {t('View series')}
          </a>
        )}
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <section className="section" aria-labelledby="parts-head">
        <SectionHeader
          id="parts-head"
          title={t('Parts')}
          hint={t('In the order in which readers find them. Readers see and count the published ones only.')}
        />
        <SeriesParts id={id} parts={parts} action={orderSeriesAction} />
      </section>
      <RenameSection
        action={renameSeriesAction}
        words={{
          field: 'title',
          label: t('Title'),
          hint: t('The address changes with the title; the old one redirects to it.'),
          slugHint: t('Left as it is, it follows the title.'),
        }}
        of={{
          id,
          value: series.title,
          maxLength: MAX_SERIES_TITLE,
          slug: series.slug,
          maxSlugLength: MAX_SLUG_LENGTH,
        }}
      />
      <DescriptionSection
        action={describeSeriesAction}
        of={{ id, value: series.description, maxLength: MAX_SERIES_DESCRIPTION }}
      />
      <section className="section" aria-labelledby="end-head">
        <SectionHeader
          id="end-head"
          title={t('Delete')}
          hint={t('The posts stay. Only the series and its page are deleted.')}
        />
        <FieldsForm action={deleteSeriesAction} hidden={{ id }} fields={[]} submit={t('Delete series')} tone="danger" />
      </section>
    </>
  );
}
