import { permanentRedirect } from 'next/navigation';
import { parsePage } from '@/lib/posts/listing/page-numbers';

/** A part of an address as it is stored: Next hands it over percent-encoded. */
export function decoded(part: string) {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return part;
  }
}

/** The number in `…/page/N`; page 1 has one address only, and what is no number is page 0, which no list has. */
export function requirePage(text: string, first: string) {
  const page = parsePage(text);
  if (page === 1) permanentRedirect(first);
  return page ?? 0;
}
