import { useText } from '#text';
import { BulkForm } from '@/components/admin/bulk-form';
import { EmptyState } from '@/components/admin/empty-state';
import { FileRow } from '@/components/admin/file-row';
import { FileUpload } from '@/components/admin/file-upload';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { MediaTabs } from '@/components/admin/media-tabs';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { adminText } from '@/components/text/server';
import { listFiles } from '@/lib/media/files/library';
import { fileKinds, type FileKind } from '@/lib/media/files/stored-file';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only, withQuery } from '@/lib/web/search-params';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { runFileBulkAction } from './actions';
import { listedFile } from './listed-file';

export const generateMetadata = pageTitle('Media');

type Filter = { kind: FileKind; query: string; isUnused: boolean; isOldestFirst: boolean; cursor: string };

/** The files of the library that are no images, by their kind. */
export default async function AdminFilesPage({ searchParams }: PageProps<'/admin/media/files'>) {
  const t = await adminText();
  const actor = await guardPage('media.upload', paths.admin.files());
  const search = await searchParams;
  const one = (name: string) => only(search[name]).slice(0, 200);
  const filter = {
    kind: fileKinds.find((kind) => kind === one('kind')) ?? 'document',
    query: one('q'),
    isUnused: one('use') === 'none',
    isOldestFirst: one('sort') === 'oldest',
    cursor: one('after'),
  };
  const [{ files, nextCursor }, { timeZone }] = await Promise.all([listFiles(actor, filter), getSettings()]);
  return (
    <>
      <PageHeader title={t('Media')} />
      <MediaTabs current={filter.kind} />
      <FileUpload />
      <Filters filter={filter} />
      <BulkForm
        action={runFileBulkAction}
        buttons={
          <button className="button button--danger" name="intent" value="delete">
            {t('Remove from library')}
          </button>
        }
      >
        {files.length > 0 && (
          <ul className="rows">
            {files.map((file) => (
              <FileRow key={file.id} file={listedFile(file, { timeZone, t })} isSelectable />
            ))}
          </ul>
        )}
      </BulkForm>
      {files.length === 0 && <NoFiles filter={filter} />}
      <Pages filter={filter} next={nextCursor} />
      <ListShortcuts />
    </>
  );
}

function Filters({ filter: { kind, query, isUnused, isOldestFirst } }: { filter: Filter }) {
  const t = useText();
  return (
    <form className="filters" method="get" role="search">
      <input type="hidden" name="kind" value={kind} />
      <input
        className="input filters__search"
        type="search"
        name="q"
        aria-label={t('Search by name')}
        placeholder={t('Search by name')}
        defaultValue={query}
      />
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
  );
}

function NoFiles({ filter: { kind, query, isUnused } }: { filter: Filter }) {
  const t = useText();
  if (query !== '' || isUnused) {
    return (
      <EmptyState title={t('No files found')}>
        <p>
          <a href={paths.admin.files(kind)}>{t('Show all files')}</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('No files yet')}>
      <p>{t('Files that you add to posts are stored here. You can also upload files above.')}</p>
    </EmptyState>
  );
}

function Pages({ filter, next }: { filter: Filter; next: string | null }) {
  const { kind, query, isUnused, isOldestFirst, cursor } = filter;
  const href = (after: string) =>
    withQuery('/admin/media/files', {
      kind,
      q: query,
      use: isUnused ? 'none' : '',
      sort: isOldestFirst ? 'oldest' : '',
      after,
    });
  return <Pager first={cursor ? href('') : undefined} next={next ? href(next) : undefined} />;
}
