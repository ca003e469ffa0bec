import { useText } from '#text';
import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { FiltersOf } from '../saved-filters/filters-of';
import { guardPage } from '../../guard';
import { runMediaBulkAction, setMediaDeletedAction, uploadImagesAction } from './actions';
import { setFileDeletedAction } from './files/actions';
import { listedFile } from './files/listed-file';
import { BulkForm } from '@/components/admin/bulk-form';
import { EmptyState } from '@/components/admin/empty-state';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { MediaPlainUpload } from '@/components/admin/media-plain-upload';
import { MediaTabs } from '@/components/admin/media-tabs';
import { MediaUpload } from '@/components/admin/media-upload';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { MediaGrid } from '@/components/admin/media-grid';
import { RemovedFiles } from '@/components/admin/removed-files';
import { RemovedMedia } from '@/components/admin/removed-media';
import type { Actor } from '@/lib/auth/actor';
import { listRemovedFiles } from '@/lib/media/files/library';
import { listMedia, listRemovedMedia } from '@/lib/media/library';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only, withQuery } from '@/lib/web/search-params';

export const generateMetadata = pageTitle('Media');

type Filter = {
  query: string;
  withoutAlt: boolean;
  isUnused: boolean;
  isOldestFirst: boolean;
  isRemoved: boolean;
  cursor: string;
};

export default async function AdminMediaPage({ searchParams }: PageProps<'/admin/media'>) {
  const t = await adminText();
  const actor = await guardPage('media.upload', paths.admin.media());
  const search = await searchParams;
  const one = (name: string) => only(search[name]).slice(0, 200);
  const isRemoved = one('state') === 'removed';
  const filter = {
    query: one('q'),
    withoutAlt: one('alt') === 'none',
    isUnused: one('use') === 'none',
    isOldestFirst: one('sort') === 'oldest',
    isRemoved,
    cursor: one('after'),
  };
  return (
    <>
      <PageHeader title={t('Media')} />
      <MediaTabs current={isRemoved ? 'removed' : 'image'} />
      {isRemoved ? (
        <Removed actor={actor} filter={filter} filesCursor={one('files')} />
      ) : (
        <Library actor={actor} filter={filter} search={search} />
      )}
    </>
  );
}

type Props = { actor: Actor; filter: Filter };
type Search = Record<string, string | string[] | undefined>;

async function Library({ actor, filter, search }: Props & { search: Search }) {
  const t = await adminText();
  const { query, withoutAlt, isUnused, isOldestFirst } = filter;
  const { media, nextCursor } = await listMedia(actor, filter);
  return (
    <>
      <MediaUpload />
      <MediaPlainUpload action={uploadImagesAction} />
      <form className="filters" method="get" role="search">
        <input
          className="input filters__search"
          type="search"
          name="q"
          aria-label={t('Search by name or alt text')}
          placeholder={t('Search by name or alt text')}
          defaultValue={query}
        />
        <label className="check">
          <input type="checkbox" name="alt" value="none" defaultChecked={withoutAlt} />
          <span>{t('Missing alt text')}</span>
        </label>
        <label className="check">
          <input type="checkbox" name="use" value="none" defaultChecked={isUnused} />
          <span>{t('Unused')}</span>
        </label>
        <select className="select" name="sort" aria-label={t('Order')} defaultValue={isOldestFirst ? 'oldest' : ''}>
          <option value="">{t('Newest first')}</option>
          <option value="oldest">{t('Oldest first')}</option>
        </select>
        <button className="button">{t('Filter')}</button>
      </form>
      <FiltersOf actor={actor} list="media" base={paths.admin.media()} search={search} />
      <BulkForm
        action={runMediaBulkAction}
        buttons={
          <button className="button button--danger" name="intent" value="delete">
            {t('Remove from library')}
          </button>
        }
      >
        {media.length > 0 && <MediaGrid media={media} />}
      </BulkForm>
      {media.length === 0 && <NoMedia isFiltered={query !== '' || withoutAlt || isUnused} />}
      <Pages filter={filter} next={nextCursor} />
      <ListShortcuts />
    </>
  );
}

async function Removed({ actor, filter, filesCursor }: Props & { filesCursor: string }) {
  const t = await adminText();
  const [{ media, nextCursor }, removed, { timeZone }] = await Promise.all([
    listRemovedMedia(actor, filter.cursor),
    listRemovedFiles(actor, filesCursor),
    getSettings(),
  ]);
  const filesPage = (cursor: string) => withQuery(paths.admin.media(), { state: 'removed', files: cursor });
  return (
    <>
      <h2>{t('Images')}</h2>
      <RemovedMedia media={media} setDeleted={setMediaDeletedAction} />
      <Pages filter={filter} next={nextCursor} />
      <h2>{t('Other files')}</h2>
      <RemovedFiles
        files={removed.files.map((file) => listedFile(file, { timeZone, t }))}
        setDeleted={setFileDeletedAction}
      />
      <Pager
        label={t('Pages of other files')}
        first={filesCursor ? filesPage('') : undefined}
        next={removed.nextCursor ? filesPage(removed.nextCursor) : undefined}
      />
    </>
  );
}

function NoMedia({ isFiltered }: { isFiltered: boolean }) {
  const t = useText();
  if (isFiltered) {
    return (
      <EmptyState title={t('No images found')}>
        <p>
          <a href={paths.admin.media()}>{t('Show all images')}</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('No images yet')}>
      <p>{t('Images that you add to posts are stored here. You can also upload images above.')}</p>
    </EmptyState>
  );
}

function Pages({ filter, next }: { filter: Filter; next: string | null }) {
  const { query, withoutAlt, isUnused, isOldestFirst, isRemoved, cursor } = filter;
  const href = (after: string) => {
    const facts = {
      state: isRemoved ? 'removed' : '',
      q: query,
      alt: withoutAlt ? 'none' : '',
      use: isUnused ? 'none' : '',
      sort: isOldestFirst ? 'oldest' : '',
      after,
    };
    const text = new URLSearchParams(Object.entries(facts).filter(([, value]) => value)).toString();
    return text ? `${paths.admin.media()}?${text}` : paths.admin.media();
  };
  return <Pager first={cursor ? href('') : undefined} next={next ? href(next) : undefined} />;
}
