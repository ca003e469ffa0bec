import type { Metadata } from 'next';
import { guardPage } from '../../guard';
import { PostListPage } from '../posts/post-list-page';
import { paths } from '@/lib/web/paths';

export const metadata: Metadata = { title: 'Pages' };

export default async function AdminPagesPage({ searchParams }: PageProps<'/admin/pages'>) {
  const actor = await guardPage('posts.write', paths.admin.pages());
  return <PostListPage actor={actor} type="page" search={await searchParams} />;
}
