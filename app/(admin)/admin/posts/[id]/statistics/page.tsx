import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { PostStatistics } from '@/components/statistics/post-statistics';
import { adminText } from '@/components/text/server';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { readPostFigures } from '@/lib/statistics/post-queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import '../../../status/status.css';

type Props = PageProps<'/admin/posts/[id]/statistics'>;

export const generateMetadata = pageTitle('Statistics of a post');

export default async function PostStatisticsPage({ params }: Props) {
  const { id } = await params;
  const actor = await guardPage('posts.write', paths.admin.postStatistics(id));
  const [t, { timeZone, countsReaders }] = await Promise.all([adminText(), getSettings()]);
  const figures = await findFigures(actor, id, timeZone);
  return (
    <>
      <PageHeader title={figures.title} lead={t('Views in the last 30 days')}>
        <a className="button" href={paths.admin.post(id)}>
          {t('Edit')}
        </a>
      </PageHeader>
      <PostStatistics postId={id} figures={figures} isCounting={countsReaders} />
    </>
  );
}

async function findFigures(actor: Actor, id: string, timeZone: string) {
  try {
    return await readPostFigures(actor, id, { timeZone });
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
