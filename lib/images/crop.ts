/** A part of an image, in percent of its width and height. */
export type Crop = { left: number; top: number; width: number; height: number };

/** The shapes that a crop can be given; "free" is whatever was drawn. */
export const cropRatios = ['free', 'whole', '16:9', '4:3', '1:1'] as const;
export type CropRatio = (typeof cropRatios)[number];

/** In percent; less would be a sliver. */
export const LEAST_SIDE = 5;

type Size = { width: number; height: number };

/** The largest part of this shape in the middle of the given one; the given one if it is free. */
export function fitted(crop: Crop, ratio: CropRatio, image: Size): Crop {
  const wanted = proportionOf(ratio, image);
  if (wanted === null) return crop;
  // In percent of an image that is itself no square.
  const across = (wanted * image.height) / image.width;
  const width = Math.min(crop.width, crop.height * across);
  const height = width / across;
  return {
    left: crop.left + (crop.width - width) / 2,
    top: crop.top + (crop.height - height) / 2,
    width,
    height,
  };
}

type Point = { x: number; y: number };

/** Where a point of an image is in a part of it, in whole percent of that; null outside of it. */
export function pointInPart({ x, y }: Point, part: Crop): Point | null {
  const inside = {
    x: Math.round(((x - part.left) / part.width) * 100),
    y: Math.round(((y - part.top) / part.height) * 100),
  };
  return [inside.x, inside.y].every((at) => at >= 0 && at <= 100) ? inside : null;
}

/** Where a point of a part is in the whole image, in whole percent. */
export function pointInWhole({ x, y }: Point, part: Crop): Point {
  return {
    x: Math.round(part.left + (x * part.width) / 100),
    y: Math.round(part.top + (y * part.height) / 100),
  };
}

/** The pixels of a crop, within the image. */
export function pixelsOf(crop: Crop, { width, height }: Size) {
  const left = Math.min(Math.round((crop.left / 100) * width), width - 1);
  const top = Math.min(Math.round((crop.top / 100) * height), height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round((crop.width / 100) * width), width - left)),
    height: Math.max(1, Math.min(Math.round((crop.height / 100) * height), height - top)),
  };
}

/** The stored crop, "left top width height"; null for a whole image. */
export function parseCrop(stored: string): Crop | null {
  const [left, top, width, height] = stored.split(' ').map(Number);
  if ([left, top, width, height].some((side) => side === undefined || Number.isNaN(side))) return null;
  return stored === '' ? null : { left: left!, top: top!, width: width!, height: height! };
}

/** As it is stored, to a hundredth of a percent. */
export function cropText({ left, top, width, height }: Crop) {
  return [left, top, width, height].map((side) => Math.round(side * 100) / 100).join(' ');
}

function proportionOf(ratio: CropRatio, image: Size) {
  if (ratio === 'free') return null;
  if (ratio === 'whole') return image.width / image.height;
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  return across / down;
}
