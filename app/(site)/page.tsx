import { paths } from '@/lib/paths';
import { readPosts } from './reads';

export default async function HomePage() {
  const posts = await readPosts();
  return (
    <main id="content" className="page">
      {posts.map((post) => (
        <h2 key={post.id}>
          <a href={paths.post(post.slug)}>{post.title}</a>
        </h2>
      ))}
    </main>
  );
}
