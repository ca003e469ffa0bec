import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { AnswerWithUndo } from '@/components/admin/answer-with-undo';
import { PageHeader } from '@/components/admin/page-header';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { Pager } from '@/components/admin/pager';
import { SeriesRow } from '@/components/series/series-row';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { findAnswer } from '@/lib/actions/form-answer';
import { listSeries } from '@/lib/post-lists/series-queries';
import { MAX_SERIES_TITLE } from '@/lib/posts/series/series';
import { ListFilters } from '@/components/ui/list-filters';
import { only, withQuery } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { FiltersOf } from '../saved-filters/filters-of';
import { guardPage } from '../../guard';
import { createSeriesAction, restoreSeriesAction } from './actions';

export const generateMetadata = pageTitle('Series##several');

export default async function SeriesPage({ searchParams }: PageProps<'/admin/series'>) {
  const t = await adminText();
  const actor = await guardPage('posts.edit-any', paths.admin.series());
  const query = await searchParams;
  const sort = only(query.sort) === 'newest' ? ('newest' as const) : null;
  const filter = { search: only(query.q), after: only(query.after), sort };
  const { series, next } = await listSeries(actor, filter);
  const addressOf = (after: string, order: string) =>
    withQuery(paths.admin.series(), { q: filter.search, sort: order, after });
  return (
    <>
      <PageHeader
        title={t('Series##several')}
        lead={t('Posts that belong together, in an order. A post is added to a series in its settings.')}
      />
      <AnswerWithUndo answer={await findAnswer()} action={restoreSeriesAction} />
      <ListFilters search={{ value: filter.search, label: t('Search series'), placeholder: t('Title') }} />
      <FiltersOf actor={actor} list="series" base={paths.admin.series()} search={query} />
      {series.length > 0 ? (
        <>
          <p>
            <a href={addressOf('', sort ? '' : 'newest')}>{sort ? t('Sort by title') : t('Sort by newest first')}</a>
          </p>
          <ul className="rows">
            {series.map((each) => (
              <SeriesRow key={each.id} series={each} />
            ))}
          </ul>
        </>
      ) : (
        <p className="quiet">
          {filter.search ? t('No series found with that in its title.') : t('No series yet. Add the first one below.')}
        </p>
      )}
      <Pager
        first={filter.after ? addressOf('', sort ?? '') : undefined}
        next={next ? addressOf(next, sort ?? '') : undefined}
      />
      <section className="section" aria-labelledby="new-head">
        <SectionHeader
          id="new-head"
          title={t('New series')}
          hint={t('A series can also be begun in the settings of its first post.')}
        />
        <FieldsForm
          action={createSeriesAction}
          fields={[{ name: 'title', label: t('Title'), maxLength: MAX_SERIES_TITLE }]}
          submit={t('Add series')}
        />
      </section>
      <ListShortcuts />
    </>
  );
}
