import { element, type HtmlElement, type HtmlNode } from '@/lib/html/tree';

/** One size of an uploaded picture; paths are below /uploads. */
export type ImageVariant = { path: string; width: number; height: number; mime: string; bytes: number };

export type ImageSizes = { width: number; height: number; color: string; variants: ImageVariant[] };

export type ImageLookup = (path: string) => ImageSizes | null;

/** How wide a picture is shown: the column of text, or the screen if that is narrower. */
const SIZES = '(min-width: 44rem) 42rem, 100vw';

const upload =
  /^(?:https?:\/\/[^/]+)?\/uploads\/((?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(?:avif|webp|jpg|png|gif))$/;

/** The path below /uploads that a picture's address names, or null if the picture is not one of ours. */
export function uploadPath(src: string): string | null {
  return upload.exec(src)?.[1] ?? null;
}

/** What all files of one upload have in common: their path without size and extension. */
export function mediaKeyOf(path: string) {
  return path.replace(/(-\d+w)?\.[a-z]+$/, '');
}

/** Gives pictures their size, so that nothing jumps while they load, and every format and width that was made of them. */
export function dressImages(nodes: HtmlNode[], lookup: ImageLookup) {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') continue;
    if (node.name === 'img') nodes[at] = dressed(node, lookup);
    else dressImages(node.children, lookup);
  }
}

function dressed(image: HtmlElement, lookup: ImageLookup) {
  const path = uploadPath(image.attributes.src ?? '');
  const sizes = path ? lookup(path) : null;
  const attributes = { ...image.attributes, loading: 'lazy', decoding: 'async' };
  if (!sizes) return element('img', attributes, []);
  const measured = { ...attributes, width: String(sizes.width), height: String(sizes.height) };
  const sources = ['image/avif', 'image/webp'].flatMap((mime) => sourceOf(sizes.variants, mime));
  const plain = element('img', measured, []);
  return sources.length > 0 ? element('picture', {}, [...sources, plain]) : plain;
}

function sourceOf(variants: ImageVariant[], mime: string) {
  const some = variants.filter((variant) => variant.mime === mime);
  if (some.length === 0) return [];
  const srcset = some.map(({ path, width }) => `/uploads/${path} ${width}w`).join(', ');
  return [element('source', { type: mime, srcset, sizes: SIZES }, [])];
}
