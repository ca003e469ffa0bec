import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { PageHeader } from '@/components/admin/page-header';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { Pager } from '@/components/admin/pager';
import { TagList } from '@/components/admin/tag-list';
import { TagRow } from '@/components/admin/tag-row';
import { paths } from '@/lib/web/paths';
import { listTags } from '@/lib/post-lists/tag-queries';
import { ListFilters } from '@/components/ui/list-filters';
import { only, withQuery } from '@/lib/web/search-params';
import { FiltersOf } from '../saved-filters/filters-of';
import { findAnswer } from '@/lib/actions/form-answer';
import { runTagBulkAction } from './actions';
import { guardPage } from '../../guard';

export const generateMetadata = pageTitle('Tags');

export default async function TagsPage({ searchParams }: PageProps<'/admin/tags'>) {
  const t = await adminText();
  const actor = await guardPage('posts.edit-any', paths.admin.tags());
  const query = await searchParams;
  const sort = only(query.sort) === 'newest' ? ('newest' as const) : null;
  const filter = { search: only(query.q), after: only(query.after), sort };
  const { tags, next } = await listTags(actor, filter);
  const addressOf = (after: string, order: string) =>
    withQuery(paths.admin.tags(), { q: filter.search, sort: order, after });
  return (
    <>
      <PageHeader
        title={t('Tags')}
        lead={t('Tags are added to posts in the editor. Here you can rename, describe and merge them.')}
      />
      <ListFilters search={{ value: filter.search, label: t('Search tags'), placeholder: t('Tag name') }} />
      <FiltersOf actor={actor} list="tags" base={paths.admin.tags()} search={query} />
      <TagList
        action={runTagBulkAction}
        answer={await findAnswer()}
        names={tags.map(({ name }) => name)}
        order={
          filter.search ? null : (
            <a href={addressOf('', sort ? '' : 'newest')}>{sort ? t('Sort by name') : t('Sort by newest first')}</a>
          )
        }
      >
        {tags.length > 0 && (
          <ul className="rows">
            {tags.map((tag) => (
              <TagRow key={tag.id} tag={tag} />
            ))}
          </ul>
        )}
      </TagList>
      {tags.length === 0 && (
        <p className="quiet">
          {filter.search
            ? t('No tags found. Search for whole words, or for the beginning of the last one.')
            : t('No tags yet. Add tags to a post in the editor, under Post settings.')}
        </p>
      )}
      <Pager
        first={filter.after ? addressOf('', sort ?? '') : undefined}
        next={next ? addressOf(next, sort ?? '') : undefined}
      />
      <ListShortcuts />
    </>
  );
}
