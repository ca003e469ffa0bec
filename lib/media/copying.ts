import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { fetchPublic, type FetchOptions } from '@/lib/fetching/fetching';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { MAX_FILE_BYTES, type MediaDto } from './media';
import { uploadImage } from './uploading';

const RATE_LIMIT = { name: 'media.copy', limit: 150, seconds: 60 * 60 };

type Copy = { address: string; alt?: string };

/** Copies an image from another site into the library; its bytes decide the type. `mayDial` is for tests. */
export async function copyImage(
  actor: Actor,
  { address, alt = '' }: Copy,
  { mayDial }: Pick<FetchOptions, 'mayDial'> = {},
): Promise<MediaDto> {
  requireCapability(actor, 'media.upload');
  await countAttempt(RATE_LIMIT, actor.id);
  const accept = 'image/avif,image/webp,image/png,image/jpeg,image/gif';
  const { bytes, url } = await fetchPublic(address, {
    accept,
    largest: MAX_FILE_BYTES,
    ...(mayDial ? { mayDial } : {}),
  });
  return uploadImage(actor, { bytes, fileName: fileNameOf(url), alt, sourceUrl: address.slice(0, 2_000) });
}

function fileNameOf(address: string) {
  const last = new URL(address).pathname.split('/').findLast(Boolean) ?? 'image';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
