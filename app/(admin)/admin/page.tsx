import { adminText } from '@/components/text/server';
import { NoticeList } from '@/components/admin/notice-list';
import { OnboardingChecklist } from '@/components/admin/onboarding-checklist';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { ReaderStatistics, TopPosts, type ReaderFigures } from '@/components/statistics/reader-statistics';
import { readDashboardNotices, readOnboarding } from '@/lib/dashboard/queries';
import { importLabelsIn } from '@/lib/import/importers/registry';
import { can, type Actor } from '@/lib/auth/actor';
import { listDays, listFiltered, listTop, listTopPosts } from '@/lib/statistics/queries';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../guard';
import { pageTitle } from '../page-title';
import { createDraftAction } from './posts/actions';
import './status/status.css';

export const generateMetadata = pageTitle('Dashboard');

export default async function DashboardPage() {
  const actor = await guardPage('admin.enter', paths.admin.dashboard());
  const { timeZone, countsReaders } = await getSettings();
  const [t, notices, onboarding, figures, ownPosts] = await Promise.all([
    adminText(),
    readDashboardNotices(actor),
    readOnboarding(),
    can(actor, 'statistics.read') ? readFigures(actor, timeZone) : null,
    can(actor, 'posts.write') && !can(actor, 'statistics.read') ? listTopPosts(actor, { timeZone }) : null,
  ]);
  return (
    <>
      <PageHeader title={t('Hello, {name}', { name: actor.name })}>
        {can(actor, 'posts.write') && (
          <NewPostButton type="post" action={createDraftAction}>
            {t('New post')}
          </NewPostButton>
        )}
      </PageHeader>
      <OnboardingChecklist {...onboarding} importsFrom={importLabelsIn(t.language)} actor={actor} />
      <section aria-labelledby="attention">
        <h2 id="attention" className="dashboard__header">
          {t('Needs attention')}
        </h2>
        <NoticeList notices={notices} timeZone={timeZone} />
      </section>
      {figures && <ReaderStatistics figures={figures} isCounting={countsReaders} />}
      {ownPosts && (
        <section aria-labelledby="readers">
          <h2 id="readers" className="dashboard__header">
            {t('Your posts in the last 30 days')}
          </h2>
          <TopPosts posts={ownPosts} />
        </section>
      )}
    </>
  );
}

async function readFigures(actor: Actor, timeZone: string): Promise<ReaderFigures> {
  const window = { timeZone };
  const [days, posts, referrers, countries, devices, pages, filtered] = await Promise.all([
    listDays(actor, window),
    listTopPosts(actor, window),
    listTop(actor, 'referrer', window),
    listTop(actor, 'country', window),
    listTop(actor, 'device', window),
    listTop(actor, 'kind', window),
    listFiltered(actor, null, window),
  ]);
  return { days, posts, referrers, countries, devices, pages, filtered };
}
