import type { ReadableStream } from 'node:stream/web';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { inWordsForPeople } from '@/lib/database/trouble';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { listMedia } from '@/lib/media/library';
import { receiveFile } from '@/lib/media/receiving';
import { uploadImage } from '@/lib/media/uploading';
import { paths } from '@/lib/paths';

/** The editor sends a picture: multipart, one file, "alt" if it is known. Answers with the picture as JSON. */
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
    return explain(error, 'The picture could not be kept. Please try again.');
  }
}

/** The editor chooses from the library: `q` is looked for in names and descriptions; the newest 48. */
export async function GET(request: Request) {
  try {
    const actor = requireCapability(await findActor(), 'media.upload');
    const query = new URL(request.url).searchParams.get('q') ?? '';
    const { media } = await listMedia(actor, { query });
    const shown = media.map(({ id, url, fileName, alt, width, height, variants }) => {
      const small = variants.find((variant) => variant.width >= 320 && variant.mime === 'image/webp');
      return { id, src: url, thumbnail: small ? paths.upload(small.path) : url, fileName, alt, width, height };
    });
    return answer({ media: shown }, 200);
  } catch (error) {
    return explain(error, 'The library could not be read. Please try again.');
  }
}

function explain(error: unknown, sentence: string) {
  if (!(error instanceof AppError)) log.error({ event: 'media_failed', error }, 'media request failed');
  const known = inWordsForPeople(error, { isStaff: true });
  if (known) return answer({ message: known.message, fields: known.fields }, known.status);
  return answer({ message: sentence }, 500);
}

// A browser says where a request comes from, and an old one at least names the origin; scripts of the operator's name none.
function requireSameOrigin(request: Request) {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOurs = site ? site === 'same-origin' : origin === null || hostOf(origin) === request.headers.get('host');
  if (!isOurs) throw new AppError('forbidden', 'Pictures are taken from this site’s own pages only.');
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function answer(body: object, status: number) {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } });
}
