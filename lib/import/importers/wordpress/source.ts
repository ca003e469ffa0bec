import type { ExportFile, FileAddresses, ImportSource, OpenRequest } from '../../importer';
import { readOptions } from './options';
import type { Outline } from './outline';
import { readOutline } from './outline-reading';
import { readItems } from './reading';
import { squarespaceFiles } from './squarespace';
import { isPost, SiteAddresses } from './site-addresses';
import { pathOfImage, remotesOfUpload, UploadFiles } from './upload-files';

/** Performs the first reading of WordPress export files. */
export async function openExport(
  files: readonly ExportFile[],
  { options, oldUrl, scratch }: OpenRequest,
): Promise<ImportSource> {
  const outline = await readOutline(files, { ...readOptions(options), oldUrl, scratch });
  const addresses = new SiteAddresses(outline);
  const { baseUrl, siteTitle: title, tagline, offsetMinutes, clock } = outline;
  return {
    site: { baseUrl, title, tagline, offsetMinutes, clock },
    total: outline.total,
    authors: outline.authors.values(),
    tags: outline.terms.values(),
    posts: () => postsOf(outline),
    parents: () => parentsOf(outline),
    attachments: outline.attachments,
    files: fileAddressesOf(outline),
    links: {
      pathOf: (address) => addresses.pathOf(address),
      postAt: (address) => addresses.postAt(address),
      within: (path) => addresses.within(path),
      months: outline.months,
      lists: () => addresses.lists(),
    },
    notes: outline.problems,
    leftOut: outline.leftOutLines,
    remarks: outline.remarks,
    items: (target) => readItems(files, { ...target, outline, addresses }),
    legacyUrls: (target) => addresses.legacyUrls(target),
  };
}

function* postsOf({ items }: Outline) {
  for (const [sourceId, item] of items) {
    if (!isPost(item)) continue;
    const { title, link, isHidden } = item;
    yield { sourceId, title, slug: item.slug.replace(/__trashed(-\d+)?$/, ''), link, isHidden };
  }
}

function* parentsOf({ items }: Outline): Generator<[string, string]> {
  for (const [id, item] of items) {
    if (item.type === 'page' && items.get(item.parentId)?.type === 'page') yield [id, item.parentId];
  }
}

function fileAddressesOf({ baseUrl, attachments, isSquarespace }: Outline): FileAddresses {
  if (isSquarespace) return squarespaceFiles(addressesOf(baseUrl, attachments.values()));
  const uploads = new UploadFiles(addressesOf(baseUrl, attachments.values()));
  return {
    imageNames: (address: string) => uploads.imageNames(address),
    fileName: (address: string) => uploads.fileName(address),
    pathOf: (address: string) => pathOfImage(address, baseUrl),
    remotes: (address: string) => remotesOfUpload(address),
  };
}

function* addressesOf(baseUrl: string, attachments: Iterable<{ url: string }>) {
  yield baseUrl;
  for (const { url } of attachments) yield url;
}
