import { StructuredData } from '@/components/layout/structured-data';
import { Listing } from '@/components/posts/listing';
import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { Missing, missingHead } from './missing';
import { readHome, readSite } from './reads';
import { readPageSlots } from './slot-reads';
import './_styles/front.css';

/** The home page and its further pages. */
export async function HomeList({ page }: { page: number }) {
  const [site, list] = await Promise.all([readSite(), readHome(page)]);
  if (!list) return <Missing />;
  await readPageSlots({ type: 'home' });
  const { siteName, language } = site.settings;
  const t = translatorOf(language);
  return (
    <>
      <StructuredData json={scriptJson(listGraph(site, { title: siteName, path: paths.home(page) }))} />
      <Listing
        title={page === 1 ? siteName : t('list.olderPosts')}
        isTitleHidden={page === 1}
        list={list}
        pinned={list.pinned}
        dates={site.settings}
        href={paths.home}
        front={site.settings.frontLayout}
        empty={<p>{t('home.empty')}</p>}
      />
    </>
  );
}

export async function homeHead(page: number) {
  const [site, list] = await Promise.all([readSite(), readHome(page)]);
  if (!list) return missingHead();
  return listHead(site, {
    title: site.settings.siteName,
    path: paths.home(page),
    feedsOf: '',
    page,
    posts: [...list.pinned, ...list.posts],
  });
}
