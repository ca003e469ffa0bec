import { pageTitle } from '../../page-title';
import { guardPage } from '../../guard';
import { PostListPage } from '../posts/post-list-page';
import { paths } from '@/lib/web/paths';

export const generateMetadata = pageTitle('Posts');

export default async function AdminPostsPage({ searchParams }: PageProps<'/admin/posts'>) {
  const actor = await guardPage('posts.write', paths.admin.posts());
  return <PostListPage actor={actor} type="post" search={await searchParams} />;
}
