import type { LegacyImage, LegacySystem } from '@/lib/redirects/legacy-systems';

const resized =
  /^(.*\/content\/images\/)size\/w(\d{1,5})(?:h\d{1,5})?\/(?:format\/[a-z]+\/)?(.+\.(?:jpe?g|png|gif|webp|avif))$/;
const original = /^(.*\/content\/images\/.+)_o(\.(?:jpe?g|png|gif|webp|avif))$/;

/** The Ghost addresses that the live site resolves. */
export const ghostAddresses = {
  suffixes: [{ pattern: /\/rss\/\d{1,4}$/, append: '/rss.xml' }],
  replacementOf: (path) => (/^\/rss\/\d{1,4}$/.test(path) ? '/rss.xml' : null),
  isRetired: (path) => /^\/(?:ghost\/(?:api|assets)|members\/(?:api|webhooks))(?:\/.*)?$/.test(path),
  imageAt,
} satisfies LegacySystem;

/** The original image of a resized or reduced address. */
function imageAt(path: string): LegacyImage | null {
  const [, folder, width, name] = resized.exec(path) ?? [];
  if (folder && name) return { wholes: [folder + name], width: Number(width) };
  const [, before, ending] = original.exec(path) ?? [];
  return before && ending ? { wholes: [before + ending], width: 0 } : null;
}
