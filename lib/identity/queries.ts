import 'server-only';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { readDb } from '@/lib/database/db';
import { shownImage, toImage } from '@/lib/images/queries';
import { variantUpTo } from '@/lib/images/variants';
import { readSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { siteImageRoles, siteImageSettings, type SiteImageRole } from '@/lib/settings/site-images';
import { paths } from '@/lib/web/paths';
import { fixedImage, logoOf, noSiteImages, type SiteImages } from './site-images';

/** Wide enough for the admin. */
const PREVIEW_WIDTH = 640;

export type ChosenImage = {
  id: string;
  fileName: string;
  src: string;
  width: number;
  height: number;
  /** The site does without it until it is restored or replaced. */
  isRemoved: boolean;
};

/** The cached images of the site; those removed from the library are left out. */
export function readSiteImages(): Promise<SiteImages> {
  return cachedRead({
    key: 'site-images',
    tags: [cacheTags.site],
    load: async () => findSiteImages(await readSettings()),
    atBuild: noSiteImages,
  });
}

async function findSiteImages(settings: Settings): Promise<SiteImages> {
  const rows = await findRows(settings);
  const find = (role: SiteImageRole) => {
    const row = rows.get(settings[siteImageSettings[role]]);
    return row && !row.deletedAt ? toImage(row) : null;
  };
  const [logo, darkLogo, icon, social] = siteImageRoles.map(find);
  return {
    logo: logo ? logoOf(logo) : null,
    darkLogo: logo && darkLogo ? logoOf(darkLogo) : null,
    mark: logo ? fixedImage({ ...logo, alt: settings.siteName }) : null,
    icon: icon ? settings.iconFiles : '',
    social: social ? fixedImage(social) : null,
  };
}

/** What is chosen for each role, also what was removed since. */
export async function listChosenImages(settings: Settings): Promise<Record<SiteImageRole, ChosenImage | null>> {
  const rows = await findRows(settings);
  const chosen = (role: SiteImageRole) => {
    const id = settings[siteImageSettings[role]];
    return id === '' ? null : toChosen(id, rows.get(id));
  };
  return { logo: chosen('logo'), darkLogo: chosen('darkLogo'), icon: chosen('icon'), social: chosen('social') };
}

type Row = Awaited<ReturnType<typeof findRows>> extends Map<string, infer Found> ? Found : never;

function toChosen(id: string, row: Row | undefined): ChosenImage {
  const image = toImage(row ?? null);
  const variant = image && variantUpTo(image.variants, PREVIEW_WIDTH);
  const { width = 0, height = 0 } = variant ?? {};
  return {
    id: row ? id : '',
    fileName: row?.fileName ?? '',
    src: variant ? paths.upload(variant.path) : '',
    width,
    height,
    isRemoved: !row || row.deletedAt !== null,
  };
}

async function findRows(settings: Settings) {
  const ids = siteImageRoles.map((role) => settings[siteImageSettings[role]]).filter(Boolean);
  if (ids.length === 0) return new Map<string, never>();
  const rows = await readDb.media.findMany({
    where: { id: { in: ids } },
    select: { ...shownImage, fileName: true, deletedAt: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
