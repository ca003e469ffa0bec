import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { Missing, missingHead } from '../../missing';
import { readListing, readSite, readTag } from '../../reads';
import { SubjectListing } from '../../subject-listing';

/** The list of a tag. */
export async function TagList({ slug, page }: { slug: string; page: number }) {
  const [site, tag] = await Promise.all([readSite(), readTag(slug)]);
  const list = tag && (await readListing({ kind: 'tag', tagId: tag.id }, page));
  if (!list) return <Missing />;
  const t = translatorOf(site.settings.language);
  return (
    <SubjectListing
      site={site}
      slots={{ type: 'tag', tagIds: [tag.id] }}
      title={tag.name}
      kicker={t('tag.kicker')}
      intro={tag.description && <p dir="auto">{tag.description}</p>}
      list={list}
      href={(each) => paths.tag(tag.slug, each)}
      empty={<p>{t('tag.empty')}</p>}
    />
  );
}

export async function tagHead(slug: string, page: number) {
  const [site, tag] = await Promise.all([readSite(), readTag(slug)]);
  const list = tag && (await readListing({ kind: 'tag', tagId: tag.id }, page));
  if (!list) return missingHead();
  return listHead(site, {
    title: tag.name,
    description: tag.description,
    path: paths.tag(tag.slug, page),
    feedsOf: paths.tag(tag.slug),
    page,
    posts: list.posts,
  });
}
