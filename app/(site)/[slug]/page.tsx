import type { Metadata } from 'next';
import { StructuredData } from '@/components/layout/structured-data';
import { EmbedIsland } from '@/components/posts/embed-island';
import { Neighbours } from '@/components/posts/neighbours';
import { PostArticle } from '@/components/posts/post-article';
import { NookPlace, nooksInArticle, WithNooks } from '@/components/slots/nooks';
import { hasFrames } from '@/lib/html/embeds';
import { parseYear } from '@/lib/posts/archive';
import { postHead } from '@/lib/seo/head';
import { postGraph, scriptJson } from '@/lib/seo/structured-data';
import { articleContext } from '@/lib/slots/planning';
import { decoded } from '../addresses';
import { Missing, missingHead } from '../missing';
import { readNooks } from '../nook-reads';
import { readNeighbours, readPost, readSite, readThread } from '../reads';
import { TimeList, timeHead } from '../time-list';
import { CommentsSection } from './comments/comments-section';

type Props = PageProps<'/[slug]'>;

// No post is rendered by the build, which has no database; each is rendered when it is first asked for.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = decoded((await params).slug);
  if (parseYear(slug)) return timeHead({ year: slug, page: 1 });
  const [site, post] = await Promise.all([readSite(), readPost(slug)]);
  return post ? postHead(site, post) : missingHead;
}

/** A post, a page, or the posts of a year: all three have addresses of one segment. */
export default async function PostPage({ params }: Props) {
  const slug = decoded((await params).slug);
  if (parseYear(slug)) return <TimeList year={slug} page={1} />;
  const post = await readPost(slug);
  if (!post) return <Missing />;
  const [site, neighbours, nooks, thread] = await Promise.all([
    readSite(),
    readNeighbours(post),
    readNooks(articleContext(post)),
    post.commentsMode === 'off' ? null : readThread(post.id, 1),
  ]);
  return (
    <WithNooks nooks={nooks}>
      <main id="content" className="page">
        <StructuredData json={scriptJson(postGraph(site, post, thread?.comments))} />
        <PostArticle
          post={post}
          dates={site.settings}
          belowTitle={<NookPlace nooks={nooks} place="below-title" />}
          inBody={nooksInArticle(nooks, post.blocks)}
          postEnd={<NookPlace nooks={nooks} place="post-end" />}
        />
        {hasFrames(post.renderedHtml) && <EmbedIsland />}
        {post.type === 'post' && <Neighbours {...neighbours} />}
        <CommentsSection post={post} nooks={nooks} />
      </main>
    </WithNooks>
  );
}
