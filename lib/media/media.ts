import { z } from 'zod';
import type { Variant } from '@/lib/images/variants';
import { lineOf } from '@/lib/text/visible-text';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 50_000_000;
export const MAX_SIDE_PX = 30_000;
/** Widths made of each image, up to its own (pixels). */
export const WIDTHS = [320, 640, 960, 1280, 1920];

export type MediaDto = {
  id: string;
  url: string;
  fileName: string;
  width: number;
  height: number;
  variants: Variant[];
  color: string;
  alt: string;
  caption: string;
  credit: string;
  /** The focal point (lib/images/focus.ts). */
  focus: string;
};

const line = (longest: number, what: string) =>
  z
    .string()
    .transform(lineOf)
    .refine((value) => [...value].length <= longest, `${what} can have at most ${longest} characters.`);

/** An image's descriptions. Omitted fields stay unchanged. */
export const mediaFields = z
  .object({
    alt: line(1_000, 'The alt text'),
    caption: line(500, 'The caption'),
    credit: line(200, 'The credit'),
  })
  .partial();

export type MediaFields = z.output<typeof mediaFields>;

export const sentences = {
  heic: 'This is a HEIC photo. On an iPhone choose Settings > Camera > Formats > Most Compatible, or export it as JPEG.',
  empty: 'This file is empty.',
  tooLarge: `An image can have at most ${MAX_FILE_BYTES / 1024 / 1024} MB. Please make this one smaller first.`,
  tooManyPixels: `This image has too many pixels: at most ${MAX_PIXELS / 1_000_000} million, and ${MAX_SIDE_PX.toLocaleString('en')} to a side.`,
  broken: 'This image is damaged or incomplete: it could not be read to its end.',
  tooSlow: 'This image took too long to read. Please save it again as JPEG or PNG and try again.',
} as const;
export type Refusal = keyof typeof sentences;
