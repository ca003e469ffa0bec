import 'server-only';
import { reader } from '@/lib/db';
import { env } from '@/lib/env';
import { mediaKeyOf, type ImageSizes, type ImageVariant } from './body-images';
import { workOnBody } from './body-work';
import { RENDER_VERSION } from './rendering';

/** The columns that rendering fills, and the pictures that the body uses. Expects a sanitised body. */
export async function renderFields(bodyHtml: string) {
  const media = await findMediaIn(bodyHtml);
  const body = await workOnBody({
    kind: 'render',
    html: bodyHtml,
    siteHost: new URL(env().siteUrl).host,
    images: Object.fromEntries([...media].map(([key, { sizes }]) => [key, sizes])),
  });
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

/** Which uploads a sanitised body shows. */
export async function mediaIdsIn(bodyHtml: string) {
  return [...(await findMediaIn(bodyHtml)).values()].map(({ id }) => id);
}

async function findMediaIn(bodyHtml: string) {
  const paths = bodyHtml.includes('/uploads/') ? await workOnBody({ kind: 'media', html: bodyHtml }) : [];
  const keys = [...new Set(paths.map(mediaKeyOf))];
  const rows =
    keys.length === 0
      ? []
      : await reader.media.findMany({
          where: { key: { in: keys.slice(0, 1_000) } },
          select: { id: true, key: true, width: true, height: true, color: true, variants: true },
        });
  return new Map(rows.map((row) => [row.key, { id: row.id, sizes: sizesOf(row) }]));
}

function sizesOf(row: { width: number; height: number; color: string; variants: string }): ImageSizes {
  const { width, height, color } = row;
  return { width, height, color, variants: JSON.parse(row.variants) as ImageVariant[] };
}
