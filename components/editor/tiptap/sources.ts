import { isExternal, isOwnUpload, safeUrl, uploadAddress } from '@/lib/html/urls';

/**
 * Where an image in the editor is loaded from: an upload, or a file that is being uploaded. A text by another author
 * must not make the browser request any other address of the site.
 */
export function loadableSource(src: string): string {
  if (/^(blob|data):/i.test(src)) return src;
  const url = safeUrl(src, 'media') ?? '';
  if (!/^https?:/i.test(url)) return uploadAddress(url) ?? '';
  return isExternal(url, location.host) || isOwnUpload(url, location.host) ? url : '';
}
