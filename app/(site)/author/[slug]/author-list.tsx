import { AuthorIntro } from '@/components/posts/author-intro';
import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { listHead } from '@/lib/seo/head';
import { shorten } from '@/lib/text/shorten';
import { Missing, missingHead } from '../../missing';
import { readAuthor, readListing, readSite } from '../../reads';
import { SubjectListing } from '../../subject-listing';

/** All posts by an author, alone or with others. */
export async function AuthorList({ slug, page }: { slug: string; page: number }) {
  const [site, author] = await Promise.all([readSite(), readAuthor(slug)]);
  const list = author && (await readListing({ kind: 'author', userId: author.id }, page));
  if (!list) return <Missing />;
  const t = translatorOf(site.settings.language);
  return (
    <SubjectListing
      site={site}
      slots={{ type: 'author', authorIds: [author.id] }}
      title={author.name}
      kicker={t('author.kicker')}
      intro={<AuthorIntro author={author} />}
      list={list}
      href={(each) => paths.author(author.slug, each)}
      empty={<p>{t('author.empty')}</p>}
    />
  );
}

export async function authorHead(slug: string, page: number) {
  const [site, author] = await Promise.all([readSite(), readAuthor(slug)]);
  const list = author && (await readListing({ kind: 'author', userId: author.id }, page));
  if (!list) return missingHead();
  return listHead(site, {
    title: author.name,
    description: shorten(author.bio, 200),
    path: paths.author(author.slug, page),
    feedsOf: paths.author(author.slug),
    page,
    posts: list.posts,
  });
}
