import type { Metadata } from 'next';
import { NoticeList } from '@/components/admin/notice-list';
import { OnboardingChecklist } from '@/components/admin/onboarding-checklist';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { readDashboardNotices, readOnboarding } from '@/lib/dashboard/queries';
import { importLabels } from '@/lib/import/importers/registry';
import { can } from '@/lib/auth/actor';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../guard';
import { createDraftAction } from './posts/actions';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage() {
  const actor = await guardPage('admin.enter', paths.admin.dashboard());
  const [notices, onboarding, { timeZone }] = await Promise.all([
    readDashboardNotices(actor),
    readOnboarding(),
    getSettings(),
  ]);
  return (
    <>
      <PageHeader title={`Hello, ${actor.name}`}>
        {can(actor, 'posts.write') && (
          <NewPostButton type="post" action={createDraftAction}>
            New post
          </NewPostButton>
        )}
      </PageHeader>
      <OnboardingChecklist {...onboarding} importsFrom={importLabels} actor={actor} />
      <section aria-labelledby="attention">
        <h2 id="attention" className="dashboard__header">
          Needs attention
        </h2>
        <NoticeList notices={notices} timeZone={timeZone} />
      </section>
    </>
  );
}
