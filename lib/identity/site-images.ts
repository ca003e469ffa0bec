import type { ImageSizes } from '@/lib/images/variants';
import { plainVariants, variantUpTo } from '@/lib/images/variants';
import type { SiteImageRole } from '@/lib/settings/site-images';
import { paths } from '@/lib/web/paths';

/** Of a logo in the header, in CSS pixels. */
const LOGO_HEIGHT = 48;
const LOGO_WIDTH = 320;
/** Width by height: what is wider or taller would be a line in the header. */
const LOGO_SHAPE = { widest: 12, tallest: 1 / 3 };
/** In pixels: wide enough for previews, never the original. */
const SHARE_WIDTH = 1600;
/** The sides of the squares made of a site icon: for tabs, for home screens of Apple's and of others. */
export const iconSides = [32, 180, 192, 512] as const;
export type IconSide = (typeof iconSides)[number];
/** The smallest side of an image for the icon. */
const LEAST_ICON = 512;
/** What other sites show at all. */
const LEAST_SOCIAL = { width: 600, height: 315 };

export type Logo = { src: string; srcSet: string; width: number; height: number };
export type FixedImage = { path: string; width: number; height: number; alt: string };

/** The images that a site has chosen, as its pages need them. */
export type SiteImages = {
  logo: Logo | null;
  /** For the dark theme; none without a logo for the light one. */
  darkLogo: Logo | null;
  /** The logo for machines. */
  mark: FixedImage | null;
  /** The path of its icons below the uploads, without side and extension; "" for those of the product. */
  icon: string;
  social: FixedImage | null;
};

export const noSiteImages: SiteImages = { logo: null, darkLogo: null, mark: null, icon: '', social: null };

/** An image at most 48 pixels high, with its size, so that nothing moves while it loads. */
export function logoOf(image: ImageSizes): Logo | null {
  const plain = variantUpTo(image.variants, SHARE_WIDTH);
  if (!plain) return null;
  const scale = Math.min(1, LOGO_HEIGHT / image.height, LOGO_WIDTH / image.width);
  const webp = image.variants.filter(({ mime }) => mime === 'image/webp');
  return {
    src: paths.upload(plain.path),
    srcSet: webp.map(({ path, width }) => `${paths.upload(path)} ${width}w`).join(', '),
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
  };
}

/** An image for machines, in a format that each can read. */
export function fixedImage(image: ImageSizes & { alt: string }): FixedImage | null {
  const variant = variantUpTo(image.variants, SHARE_WIDTH);
  return variant && { path: variant.path, width: variant.width, height: variant.height, alt: image.alt };
}

/** The file of which icons are made: without losses if it is large enough, otherwise the largest. */
export function iconSource({ variants }: Pick<ImageSizes, 'variants'>) {
  const isEnough = ({ width, height }: { width: number; height: number }) => Math.min(width, height) >= LEAST_ICON;
  const largest = variants.filter(({ mime }) => mime !== 'image/avif').toSorted((a, b) => b.width - a.width)[0];
  return plainVariants(variants).findLast(isEnough) ?? largest ?? null;
}

export function iconPath(icon: string, side: IconSide) {
  return `${icon}-${side}.png`;
}

/** Where an icon is: the one of the site, or that of the product. */
export function iconAddress({ icon }: Pick<SiteImages, 'icon'>, side: 192 | 512) {
  return icon ? paths.upload(iconPath(icon, side)) : paths.icon(side);
}

/** The icons in the head of a page. */
export function iconLinks({ icon }: Pick<SiteImages, 'icon'>) {
  const png = (side: IconSide) => ({
    url: paths.upload(iconPath(icon, side)),
    sizes: `${side}x${side}`,
    type: 'image/png',
  });
  if (!icon) return { icon: [{ url: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }] };
  return { icon: [png(32), png(192)], apple: [png(180)] };
}

/** Why an image cannot be used in a role; "" if it can. */
export function problemOf(role: SiteImageRole, { width, height }: { width: number; height: number }) {
  if (role === 'icon' && Math.min(width, height) < LEAST_ICON) {
    return `A site icon needs at least ${LEAST_ICON} × ${LEAST_ICON} pixels; this image has ${width} × ${height}.`;
  }
  if (role === 'social' && (width < LEAST_SOCIAL.width || height < LEAST_SOCIAL.height)) {
    return `A social image needs at least ${LEAST_SOCIAL.width} × ${LEAST_SOCIAL.height} pixels; this image has ${width} × ${height}.`;
  }
  const shape = width / height;
  if ((role === 'logo' || role === 'darkLogo') && (shape > LOGO_SHAPE.widest || shape < LOGO_SHAPE.tallest)) {
    return `A logo is at most 12 times as wide as high, and at most 3 times as high as wide; this image has ${width} × ${height} pixels.`;
  }
  return '';
}
