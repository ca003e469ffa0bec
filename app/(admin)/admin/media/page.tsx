import type { Metadata } from 'next';
import { guardPage } from '../../guard';
import { uploadImagesAction } from './actions';
import { EmptyState } from '@/components/admin/empty-state';
import { MediaPlainUpload } from '@/components/admin/media-plain-upload';
import { MediaUpload } from '@/components/admin/media-upload';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { MediaGrid } from '@/components/admin/media-grid';
import { listMedia } from '@/lib/media/library';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';

export const metadata: Metadata = { title: 'Media' };

export default async function AdminMediaPage({ searchParams }: PageProps<'/admin/media'>) {
  const actor = await guardPage('media.upload', paths.admin.media());
  const search = await searchParams;
  const one = (name: string) => only(search[name]).slice(0, 200);
  const [query, cursor, withoutAlt] = [one('q'), one('after'), one('alt') === 'none'];
  const { media, nextCursor } = await listMedia(actor, { cursor, query, withoutAlt });
  const href = (after: string) => {
    const wanted = Object.entries({ q: query, alt: withoutAlt ? 'none' : '', after }).filter(([, value]) => value);
    const text = new URLSearchParams(wanted).toString();
    return text ? `${paths.admin.media()}?${text}` : paths.admin.media();
  };
  return (
    <>
      <PageHeader title="Media" />
      <MediaUpload />
      <MediaPlainUpload action={uploadImagesAction} />
      <form className="filters" method="get" role="search">
        <input
          className="input filters__search"
          type="search"
          name="q"
          aria-label="Search by name or alt text"
          placeholder="Search by name or alt text"
          defaultValue={query}
        />
        <label className="check">
          <input type="checkbox" name="alt" value="none" defaultChecked={withoutAlt} />
          <span>Missing alt text</span>
        </label>
        <button className="button">Filter</button>
      </form>
      {media.length > 0 && <MediaGrid media={media} />}
      {media.length === 0 &&
        (query || withoutAlt ? (
          <EmptyState title="No images found">
            <p>
              <a href={paths.admin.media()}>Show all images</a>
            </p>
          </EmptyState>
        ) : (
          <EmptyState title="No images yet">
            <p>Images that you add to posts are stored here. You can also upload images above.</p>
          </EmptyState>
        ))}
      <Pager first={cursor ? href('') : undefined} next={nextCursor ? href(nextCursor) : undefined} />
    </>
  );
}
