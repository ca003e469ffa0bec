import { pageTitle } from '../../page-title';
import { guardPage } from '../../guard';
import { PostListPage } from '../posts/post-list-page';
import { paths } from '@/lib/web/paths';

export const generateMetadata = pageTitle('Pages');

export default async function AdminPagesPage({ searchParams }: PageProps<'/admin/pages'>) {
  const actor = await guardPage('posts.write', paths.admin.pages());
  return <PostListPage actor={actor} type="page" search={await searchParams} />;
}
