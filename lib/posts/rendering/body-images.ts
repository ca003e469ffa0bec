import { element, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import { focusPosition } from '@/lib/images/focus';
import { isPart, isPlainFile, mediaKeyOf, uploadPath, type ImageSizes, type Variant } from '@/lib/images/variants';

export type ImageLookup = (path: string) => ImageSizes | null;

/** The displayed width: the text column, or the screen if that is narrower. */
const SIZES = '(min-width: 44rem) 42rem, 100vw';
const WHOLE_SCREEN = '100vw';
const sizesByLayout: Record<string, string> = { wide: '(min-width: 60rem) 58rem, 100vw', full: WHOLE_SCREEN };
const IN_GALLERY = '(min-width: 44rem) 21rem, 50vw';

/** Adds dimensions (against layout shifts) and all available formats and widths to images. */
export function decorateImages(nodes: HtmlNode[], lookup: ImageLookup, sizes = SIZES) {
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') continue;
    if (node.name === 'img') nodes[at] = decorated(node, lookup, sizes);
    else decorateImages(node.children, lookup, sizesIn(node) ?? sizes);
  }
}

function sizesIn({ attributes }: HtmlElement) {
  if ('popover' in attributes) return WHOLE_SCREEN;
  if ('data-gallery' in attributes) return IN_GALLERY;
  return sizesByLayout[attributes['data-layout'] ?? ''];
}

function decorated(image: HtmlElement, lookup: ImageLookup, displayed: string) {
  const path = uploadPath(image.attributes.src ?? '');
  const sizes = path ? lookup(path) : null;
  const attributes = { ...image.attributes, loading: 'lazy', decoding: 'async' };
  if (!sizes) return element('img', attributes, []);
  // The address in the text is that of the whole image, of which a part may be shown.
  const shown = sizes.variants.find((variant) => isPlainFile(variant.path, mediaKeyOf(path ?? '')));
  const position = focusPosition(sizes.focus ?? '');
  const measured = {
    ...attributes,
    ...(shown && (isPart(shown.path) || isPart(path ?? '')) ? { src: `/uploads/${shown.path}` } : {}),
    width: String(sizes.width),
    height: String(sizes.height),
    ...(position === null ? {} : { style: `object-position:${position}` }),
  };
  const sources = ['image/avif', 'image/webp'].flatMap((mime) => sourceOf(sizes.variants, mime, displayed));
  const plain = element('img', measured, []);
  return sources.length > 0 ? element('picture', {}, [...sources, plain]) : plain;
}

function sourceOf(variants: Variant[], mime: string, sizes: string) {
  const some = variants.filter((variant) => variant.mime === mime);
  if (some.length === 0) return [];
  const srcset = some.map(({ path, width }) => `/uploads/${path} ${width}w`).join(', ');
  return [element('source', { type: mime, srcset, sizes }, [])];
}
