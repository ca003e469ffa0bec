import type { ReadableStream } from 'node:stream/web';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { uploadFile } from '@/lib/media/uploading-files';
import { answer, explain, requireSameOrigin } from '../answering';

/** Uploads a file that is no image (multipart: one file); returns its address and what it is as JSON. */
export async function POST(request: Request) {
  try {
    requireSameOrigin(request);
    const actor = requireCapability(await findActor(), 'media.upload');
    const body = request.body as ReadableStream<Uint8Array> | null;
    return answer(await uploadFile(actor, { headers: request.headers, body }), 201);
  } catch (error) {
    return explain(error, 'The file could not be saved. Please try again.');
  }
}
