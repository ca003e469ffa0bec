import { permanentRedirect } from 'next/navigation';
import { percentDecoded } from '@/lib/web/percent-decoding';
import { parsePage } from '@/lib/posts/listing/page-numbers';

/** A decoded path segment: Next passes it percent-encoded. */
export function decoded(part: string) {
  return percentDecoded(part)?.normalize('NFC') ?? part;
}

/** The number in `…/page/N`; 0, which no list has, for page 1 (it has its own URL) and invalid values. */
export function requirePage(text: string, first: string) {
  const page = parsePage(text);
  if (page === 1) permanentRedirect(first);
  return page ?? 0;
}
