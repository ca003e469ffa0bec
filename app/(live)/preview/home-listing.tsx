import 'server-only';
import type { readHome, readSite } from '@/app/(site)/reads';
import { Listing } from '@/components/posts/listing';
import { paths } from '@/lib/web/paths';
import '@/app/(site)/_styles/front.css';

type Props = {
  site: Awaited<ReturnType<typeof readSite>>;
  list: NonNullable<Awaited<ReturnType<typeof readHome>>>;
};

/** The posts of the home page, below a bar for staff. */
export function HomeListing({ site: { settings }, list }: Props) {
  return (
    <Listing
      title={settings.siteName}
      isTitleHidden
      list={list}
      pinned={list.pinned}
      dates={settings}
      href={paths.home}
      front={settings.frontLayout}
      empty={null}
    />
  );
}
