import type { ErrorCode } from '@/lib/platform/errors';
import { lossesIn } from '@/lib/html/losses';
import { parseHtml } from '@/lib/html/parsing';
import { sanitiseBody } from '@/lib/html/sanitising';
import { mediaKeyOf, type ImageSizes } from '@/lib/images/variants';
import { mediaPathsIn, renderBody, type RenderedBody } from './rendering';

/** Plain data, so that it can be sent to a worker thread. */
export type BodyTask =
  | { kind: 'sanitise'; html: string; ownHosts?: string[] }
  | { kind: 'media'; html: string }
  | { kind: 'losses'; html: string }
  | { kind: 'render'; html: string; siteHost: string; images: Record<string, ImageSizes> };

export type BodyResults = { sanitise: string; media: string[]; losses: string[]; render: RenderedBody };

export type BodyResult =
  | { kind: 'done'; result: BodyResults[keyof BodyResults] }
  | { kind: 'refused'; code: ErrorCode; message: string; fields: Record<string, string> }
  | { kind: 'failed'; message: string };

export function performBodyTask(task: BodyTask): BodyResults[keyof BodyResults] {
  if (task.kind === 'sanitise') return sanitiseBody(task.html, task.ownHosts);
  if (task.kind === 'media') return mediaPathsIn(task.html);
  if (task.kind === 'losses') return lossesIn(task.html, parseHtml(task.html));
  const images = new Map(Object.entries(task.images));
  return renderBody(task.html, {
    siteHost: task.siteHost,
    imageSizes: (path) => images.get(mediaKeyOf(path)) ?? null,
  });
}
