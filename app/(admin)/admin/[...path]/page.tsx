import { notFound } from 'next/navigation';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';

export const generateMetadata = pageTitle('Page not found');

/** Catches every other path below /admin, so that it is answered inside the admin, with its navigation. */
export default async function UnknownAdminPage({ params }: PageProps<'/admin/[...path]'>) {
  const { path } = await params;
  await guardPage('admin.enter', `${paths.admin.dashboard()}/${path.join('/')}`);
  notFound();
}
