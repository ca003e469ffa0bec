import { iconAddress } from '@/lib/identity/site-images';
import { accentColourOf } from '@/lib/settings/accent';
import { paperColours } from '@/lib/settings/papers';
import { paths } from '@/lib/web/paths';
import type { SiteIdentity } from './head';

/** The web app manifest (W3C Web Application Manifest). */
export function manifestText({ settings, images }: SiteIdentity) {
  const png = (side: 192 | 512) => ({ src: iconAddress(images, side), sizes: `${side}x${side}`, type: 'image/png' });
  return JSON.stringify({
    name: settings.siteName,
    description: settings.tagline || undefined,
    lang: settings.language,
    id: paths.home(),
    start_url: paths.home(),
    scope: paths.home(),
    display: 'browser',
    theme_color: accentColourOf(settings),
    background_color: paperColours(settings.paper).light,
    icons: [png(192), png(512), ...(images.icon ? [] : [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }])],
  });
}
