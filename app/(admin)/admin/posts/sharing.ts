import 'server-only';
import type { EditorSite } from '@/components/editor/editor-post';
import { readSiteImages } from '@/lib/identity/queries';
import { env } from '@/lib/platform/env';
import type { Settings } from '@/lib/settings/settings';
import { paths } from '@/lib/web/paths';

/** What the site adds to a post where it is found and shared. */
export async function sharingOf({ siteName, drawsCards }: Settings): Promise<EditorSite['sharing']> {
  const { social } = await readSiteImages();
  const image = social && { src: paths.upload(social.path), width: social.width, height: social.height };
  return { siteName, drawsCards, host: new URL(env().siteUrl).host, image };
}
