import { z } from 'zod';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { AppError } from '@/lib/platform/errors';
import { copyImage } from '@/lib/media/copying';
import { answer, explain, requireSameOrigin } from '../answering';

const MAX_FORM_BYTES = 32 * 1024;
const wanted = z.object({ address: z.string().max(4_000), alt: z.string().max(2_000).default('') });

/** Copies an image of another site into the library; returns it as JSON. */
export async function POST(request: Request) {
  try {
    requireSameOrigin(request);
    const actor = requireCapability(await findActor(), 'media.upload');
    // Two short fields: a larger body or one without a length is not from our pages.
    if (!(Number(request.headers.get('content-length')) <= MAX_FORM_BYTES)) throw unclear();
    const parsed = wanted.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
    if (!parsed.success) throw unclear();
    return answer(await copyImage(actor, parsed.data), 201);
  } catch (error) {
    return explain(error, 'The image could not be copied. Please try again.');
  }
}

function unclear() {
  return new AppError('invalid', 'Choose an image to copy.');
}
