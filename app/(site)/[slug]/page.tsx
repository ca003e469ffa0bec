import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readPost } from '../reads';

type Props = PageProps<'/[slug]'>;

// No post is rendered by the build, which has no database; each is rendered when it is first asked for.
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await readPost((await params).slug);
  return post ? { title: post.title } : {};
}

export default async function PostPage({ params }: Props) {
  const post = await readPost((await params).slug);
  if (!post) notFound();
  return (
    <main>
      <h1>{post.title}</h1>
      <div dangerouslySetInnerHTML={{ __html: post.renderedHtml }} />
    </main>
  );
}
