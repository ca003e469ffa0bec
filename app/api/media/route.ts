import type { ReadableStream } from 'node:stream/web';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { listMedia } from '@/lib/media/library';
import { receiveFile } from '@/lib/media/receiving';
import { uploadImage } from '@/lib/media/uploading';
import { paths } from '@/lib/web/paths';
import { answer, explain, requireSameOrigin } from './answering';

/** Uploads an image (multipart: one file, optional "alt"); returns it as JSON. */
export async function POST(request: Request) {
  try {
    requireSameOrigin(request);
    const actor = requireCapability(await findActor(), 'media.upload');
    const file = await receiveFile({
      headers: request.headers,
      body: request.body as ReadableStream<Uint8Array> | null,
    });
    return answer(await uploadImage(actor, file), 201);
  } catch (error) {
    return explain(error, 'The image could not be saved. Please try again.');
  }
}

/** Searches the library for `q`, the newest 48; or finds the image at the address `src`. */
export async function GET(request: Request) {
  try {
    const actor = requireCapability(await findActor(), 'media.upload');
    const { searchParams } = new URL(request.url);
    const [query, src] = [searchParams.get('q') ?? '', searchParams.get('src')];
    const { media } = await listMedia(actor, src === null ? { query } : { src });
    const shown = media.map(({ id, url, fileName, alt, width, height, variants }) => {
      const small = variants.find((variant) => variant.width >= 320 && variant.mime === 'image/webp');
      return { id, src: url, thumbnail: small ? paths.upload(small.path) : url, fileName, alt, width, height };
    });
    return answer({ media: shown }, 200);
  } catch (error) {
    return explain(error, 'The library could not be read. Please try again.');
  }
}
