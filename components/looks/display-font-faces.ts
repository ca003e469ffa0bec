import 'server-only';
import { fontFaces, fontPairs } from '@/lib/settings/fonts';
import { fontFiles } from './font-files';

/** The rules that load the fonts of titles, of every pair; a browser fetches those that are shown. */
export function displayFontFaces() {
  return Object.values(fontPairs)
    .map(({ display }) => fontFaces(display, fontFiles))
    .join('');
}
