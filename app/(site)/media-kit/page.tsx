import type { Metadata } from 'next';
import { MediaKitPage } from '@/components/media-kit/media-kit-page';
import { noSlots, setPageSlots } from '@/components/slots/page-slots';
import { cacheTags } from '@/lib/caching/cache-tags';
import { cachedRead } from '@/lib/caching/cached-read';
import { MEDIA_KIT_SLUG } from '@/lib/media-kit/media-kit';
import { readMediaKit, type MediaKit } from '@/lib/media-kit/queries';
import { listHead } from '@/lib/seo/head';
import { paths } from '@/lib/web/paths';
import PostPage, { generateMetadata as postHead } from '../[slug]/page';
import { readSite, readTranslator } from '../reads';
import './media-kit.css';

/** Figures of days that are over change once a day, when the next is. */
const TTL_MS = 6 * 60 * 60 * 1000;

// A post of an earlier version may have this address while there is no media kit.
const post = { params: Promise.resolve({ slug: MEDIA_KIT_SLUG }), searchParams: Promise.resolve({}) };

export async function generateMetadata(): Promise<Metadata> {
  const site = await readSite();
  if (!site.settings.mediaKit) return postHead(post);
  const t = await readTranslator();
  return listHead(site, {
    title: t('kit.title'),
    description: t('kit.description', { site: site.settings.siteName }),
    path: paths.mediaKit(),
    feedsOf: '',
  });
}

/** Where the site offers its slots. */
export default async function Page() {
  const { settings } = await readSite();
  if (!settings.mediaKit) return <PostPage {...post} />;
  const { timeZone } = settings;
  const kit = await cachedRead<MediaKit>({
    key: `media-kit:${timeZone}`,
    tags: [cacheTags.slots],
    load: () => readMediaKit({ timeZone }),
    expiresAt: () => Date.now() + TTL_MS,
    atBuild: { slots: [], from: '', until: '' },
  });
  setPageSlots(noSlots);
  return <MediaKitPage kit={kit} settings={settings} />;
}
