import type { Metadata } from 'next';
import { StructuredData } from '@/components/layout/structured-data';
import { ArticleCorrections } from '@/components/corrections/article-corrections';
import { ArticleEnding } from '@/components/posts/article-ending';
import { Breadcrumbs } from '@/components/posts/breadcrumbs';
import { ArticlePage } from '@/components/posts/article-page';
import { parseYear } from '@/lib/posts/listing/archive';
import type { SeriesParts } from '@/lib/posts/listing/series-queries';
import { postHead } from '@/lib/seo/head';
import { postGraph, scriptJson } from '@/lib/seo/structured-data';
import { articleContext } from '@/lib/slots/placement-rules';
import { decoded } from '../addresses';
import { Missing, missingHead } from '../missing';
import {
  readCorrectionsOf,
  readNeighbours,
  readPagesAbove,
  readPost,
  readRelated,
  readSite,
  readThread,
} from '../reads';
import { readSeriesParts } from '../series-reads';
import { readPageSlots } from '../slot-reads';
import { TimeList, timeHead } from '../time-list';
import { CommentsSection } from './comments/comments-section';
import { Reactions } from './reactions';

type Props = PageProps<'/[slug]'>;

// The build has no database: posts are rendered on first request.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = decoded((await params).slug);
  if (parseYear(slug)) return timeHead({ year: slug, page: 1 });
  const [site, post] = await Promise.all([readSite(), readPost(slug)]);
  return post ? postHead(site, post) : missingHead();
}

/** A post, a page, or the posts of a year: all three have addresses of one segment. */
export default async function PostPage({ params }: Props) {
  const slug = decoded((await params).slug);
  if (parseYear(slug)) return <TimeList year={slug} page={1} />;
  const post = await readPost(slug);
  if (!post) return <Missing />;
  const [site, above, neighbours, thread, corrections, related, series] = await Promise.all([
    readSite(),
    readPagesAbove(post),
    readNeighbours(post),
    post.commentsMode === 'off' ? null : readThread(post.id, 1),
    readCorrectionsOf(post),
    readRelated(post),
    post.seriesId ? readSeriesParts(post.seriesId) : null,
    readPageSlots(articleContext(post), post.id),
  ]);
  return (
    <ArticlePage
      post={post}
      dates={site.settings}
      top={
        <>
          <StructuredData
            json={scriptJson(
              postGraph(site, post, { above, comments: thread?.comments, corrections, series: placeIn(series, post) }),
            )}
          />
          <Breadcrumbs above={above} language={site.settings.language} />
        </>
      }
      series={series}
      neighbours={neighbours}
      end={
        <ArticleCorrections
          post={post}
          corrections={corrections}
          dates={site.settings}
          isOpen={site.settings.corrections && post.commentsMode === 'open' && !post.commentsLockedReason}
        />
      }
      below={
        <>
          <Reactions post={post} />
          <ArticleEnding site={site} post={post} related={related.posts} />
        </>
      }
      layout={site.settings.articleLayout}
    >
      <CommentsSection post={post} />
    </ArticlePage>
  );
}

function placeIn(series: SeriesParts | null, post: { id: string }) {
  const part = (series?.parts.findIndex(({ id }) => id === post.id) ?? -1) + 1;
  return series && part > 0 ? { series, part } : null;
}
