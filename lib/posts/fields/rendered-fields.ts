import 'server-only';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { parseHtml } from '@/lib/html/parsing';
import type { HtmlNode } from '@/lib/html/tree';
import { mediaKeyOf, parseVariants, type ImageSizes } from '@/lib/images/variants';
import { isLong, runBodyTask } from '../rendering/body-worker-pool';
import { mediaPathsOf, RENDER_VERSION, renderNodes } from '../rendering/rendering';

/** The rendered columns and the images of a sanitised body. */
export async function renderFields(bodyHtml: string, parsed?: readonly HtmlNode[]) {
  // A short text is parsed once, here; a long one by the worker, which takes text only.
  const nodes = isLong(bodyHtml) ? null : (parsed ?? parseHtml(bodyHtml));
  const media = await (nodes ? findMedia(mediaPathsOf(nodes)) : findMediaIn(bodyHtml));
  const siteHost = new URL(env().siteUrl).host;
  const images = new Map([...media].map(([key, { sizes }]) => [key, sizes]));
  const body = nodes
    ? renderNodes(nodes, { siteHost, imageSizes: (path) => images.get(mediaKeyOf(path)) ?? null })
    : await runBodyTask({ kind: 'render', html: bodyHtml, siteHost, images: Object.fromEntries(images) });
  return {
    mediaIds: [...media.values()].map(({ id }) => id),
    columns: {
      renderedHtml: body.html,
      renderVersion: RENDER_VERSION,
      blocks: JSON.stringify(body.blocks),
      bodyText: body.text,
      lead: body.lead,
      wordCount: body.wordCount,
      readingMinutes: body.readingMinutes,
    },
  };
}

/** The uploads shown in a sanitised body. */
export async function mediaIdsIn(bodyHtml: string) {
  return [...(await findMediaIn(bodyHtml)).values()].map(({ id }) => id);
}

async function findMediaIn(bodyHtml: string) {
  return findMedia(bodyHtml.includes('/uploads/') ? await runBodyTask({ kind: 'media', html: bodyHtml }) : []);
}

async function findMedia(paths: readonly string[]) {
  const keys = [...new Set(paths.map(mediaKeyOf))];
  const rows =
    keys.length === 0
      ? []
      : await readDb.media.findMany({
          where: { key: { in: keys.slice(0, 1_000) } },
          select: { id: true, key: true, width: true, height: true, color: true, variants: true, focus: true },
        });
  return new Map(rows.map((row) => [row.key, { id: row.id, sizes: sizesOf(row) }]));
}

function sizesOf(row: { width: number; height: number; color: string; variants: string; focus: string }): ImageSizes {
  const { width, height, color, focus } = row;
  return { width, height, color, focus, variants: parseVariants(row.variants) };
}
