import { StructuredData } from '@/components/layout/structured-data';
import { AuthorIntro } from '@/components/posts/author-intro';
import { paths } from '@/lib/paths';
import { listHead, shorten } from '@/lib/seo/head';
import { listGraph, scriptJson } from '@/lib/seo/structured-data';
import { NookListing } from '../../nook-listing';
import { Missing, missingHead } from '../../missing';
import { readAuthor, readListing, readSite } from '../../reads';

/** Everything that somebody wrote, alone or with others. */
export async function AuthorList({ slug, page }: { slug: string; page: number }) {
  const [site, author] = await Promise.all([readSite(), readAuthor(slug)]);
  const list = author && (await readListing({ kind: 'author', userId: author.id }, page));
  if (!list) return <Missing />;
  return (
    <>
      <StructuredData
        json={scriptJson(listGraph(site, { title: author.name, path: paths.author(author.slug, page) }))}
      />
      <NookListing
        slots={{ type: 'author', authorIds: [author.id] }}
        title={author.name}
        kicker="Author"
        intro={<AuthorIntro author={author} />}
        list={list}
        dates={site.settings}
        href={(each) => paths.author(author.slug, each)}
        empty={<p>There is nothing by this author yet.</p>}
      />
    </>
  );
}

export async function authorHead(slug: string, page: number) {
  const [site, author] = await Promise.all([readSite(), readAuthor(slug)]);
  if (!author) return missingHead;
  return listHead(site, {
    title: author.name,
    description: shorten(author.bio, 200),
    path: paths.author(author.slug, page),
    feedsOf: paths.author(author.slug),
    page,
  });
}
