import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Neighbours } from '@/components/posts/neighbours';
import { PostArticle } from '@/components/posts/post-article';
import { titleOf } from '@/lib/posts/title';
import { readNeighbours, readPost, readSettings } from '../reads';

type Props = PageProps<'/[slug]'>;

// No post is rendered by the build, which has no database; each is rendered when it is first asked for.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await readPost((await params).slug);
  return post ? { title: titleOf(post) } : {};
}

export default async function PostPage({ params }: Props) {
  const post = await readPost((await params).slug);
  if (!post) notFound();
  const [settings, neighbours] = await Promise.all([readSettings(), readNeighbours(post)]);
  return (
    <main id="content" className="page">
      <PostArticle post={post} dates={settings} />
      {post.type === 'post' && <Neighbours {...neighbours} />}
      {post.commentsMode !== 'off' && (
        <section id="comments" className="comments" aria-labelledby="comments-heading">
          <h2 id="comments-heading">Post a Comment ({post.commentCount})</h2>
        </section>
      )}
    </main>
  );
}
