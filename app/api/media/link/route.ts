import { z } from 'zod';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { readLinkedPage } from '@/lib/media/linked-pages';
import { AppError } from '@/lib/platform/errors';
import { answer, explain, requireSameOrigin } from '../answering';

const MAX_FORM_BYTES = 16 * 1024;
const wanted = z.object({ address: z.string().min(1).max(4_000) });

/** What the page at an address says of itself, for a card or an embed. */
export async function POST(request: Request) {
  try {
    requireSameOrigin(request);
    const actor = requireCapability(await findActor(), 'media.upload');
    // One short field: a larger body or one without a length is not from our pages.
    if (!(Number(request.headers.get('content-length')) <= MAX_FORM_BYTES)) throw unclear();
    const parsed = wanted.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
    if (!parsed.success) throw unclear();
    return answer(await readLinkedPage(actor, parsed.data.address), 200);
  } catch (error) {
    return explain(error, 'The page could not be read. Please try again.');
  }
}

function unclear() {
  return new AppError('invalid', 'Enter the address of a page.');
}
