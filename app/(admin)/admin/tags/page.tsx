import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { PageHeader } from '@/components/admin/page-header';
import { PagedRows } from '@/components/admin/paged-rows';
import { TagRow } from '@/components/admin/tag-row';
import { paths } from '@/lib/web/paths';
import { listTags } from '@/lib/post-lists/tag-queries';
import { only, withQuery } from '@/lib/web/search-params';
import { guardPage } from '../../guard';

export const generateMetadata = pageTitle('Tags');

export default async function TagsPage({ searchParams }: PageProps<'/admin/tags'>) {
  const t = await adminText();
  const actor = await guardPage('posts.edit-any', paths.admin.tags());
  const query = await searchParams;
  const filter = { search: only(query.q), after: only(query.after) };
  const { tags, next } = await listTags(actor, filter);
  const address = (after: string) => withQuery(paths.admin.tags(), { q: filter.search, after });
  return (
    <>
      <PageHeader
        title={t('Tags')}
        lead={t('Tags are added to posts in the editor. Here you can rename, describe and merge them.')}
      />
      <form className="filters" role="search">
        <input
          className="input filters__search"
          type="search"
          name="q"
          defaultValue={filter.search}
          placeholder={t('Tag name')}
          aria-label={t('Search tags')}
        />
        <button className="button">{t('Search')}</button>
      </form>
      <PagedRows
        rows={tags.map((tag) => (
          <TagRow key={tag.id} tag={tag} />
        ))}
        empty={
          filter.search
            ? t('No tags found. Search for whole words, or for the beginning of the last one.')
            : t('No tags yet. Add tags to a post in the editor, under Post settings.')
        }
        address={address}
        after={filter.after}
        next={next ?? null}
      />
    </>
  );
}
