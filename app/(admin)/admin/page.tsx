import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { LatestComments, type ShownComment } from '@/components/admin/latest-comments';
import { NoticeList } from '@/components/admin/notice-list';
import { OnboardingChecklist } from '@/components/admin/onboarding-checklist';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { WritingPanel } from '@/components/admin/writing-panel';
import {
  ReaderCharts,
  ReaderTables,
  TopPosts,
  isEmpty,
  type ReaderFigures,
} from '@/components/statistics/reader-statistics';
import { listLatestComments, type LatestComment } from '@/lib/comments/latest-queries';
import { commentExcerpt } from '@/lib/comments/plain-text';
import { readOnboarding } from '@/lib/dashboard/onboarding-queries';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { readWriting } from '@/lib/dashboard/writing-queries';
import { can, type Actor } from '@/lib/auth/actor';
import { listDays, listFiltered, listTop, listTopPosts } from '@/lib/statistics/queries';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../guard';
import { pageTitle } from '../page-title';
import { approveCommentAction, dismissOnboardingAction } from './actions';
import { createDraftAction } from './posts/actions';
import './status/status.css';
import './dashboard.css';

export const generateMetadata = pageTitle('Dashboard');

const COMMENTS_SHOWN = 5;
const EXCERPT_LENGTH = 160;

export default async function DashboardPage() {
  const actor = await guardPage('admin.enter', paths.admin.dashboard());
  const { timeZone, countsReaders } = await getSettings();
  const [t, notices, onboarding, comments, writing, figures, ownPosts] = await Promise.all([
    adminText(),
    readDashboardNotices(actor),
    readOnboarding(actor),
    can(actor, 'comments.moderate') ? listLatestComments(actor, { take: COMMENTS_SHOWN }) : null,
    readWriting(actor),
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
      <OnboardingChecklist steps={onboarding} canImport={can(actor, 'import.run')} action={dismissOnboardingAction} />
      {figures && <ReaderCharts figures={figures} isCounting={countsReaders} />}
      <div className="dashboard-panels">
        <div>
          <section className="dashboard-panel" aria-labelledby="attention">
            <header className="dashboard-panel__header">
              <h2 id="attention">{t('Needs attention')}</h2>
            </header>
            <NoticeList notices={notices} />
          </section>
          {comments && (
            <section className="dashboard-panel" aria-labelledby="latest-comments">
              <header className="dashboard-panel__header">
                <h2 id="latest-comments">{t('Latest comments')}</h2>
                <a href={paths.admin.comments('state=all')}>{t('All comments')}</a>
              </header>
              <LatestComments
                comments={comments.map((comment) => shownComment(comment, { timeZone, t }))}
                action={approveCommentAction}
              />
            </section>
          )}
        </div>
        {writing && (
          <div>
            <WritingPanel writing={writing} timeZone={timeZone} />
          </div>
        )}
      </div>
      {figures && !isEmpty(figures) && <ReaderTables figures={figures} />}
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

function shownComment(comment: LatestComment, { timeZone, t }: { timeZone: string; t: Text }): ShownComment {
  const { id, author, authorName, bodyHtml, createdAt, post, status } = comment;
  const line = commentExcerpt(bodyHtml);
  const name = author?.name ?? authorName;
  return {
    id,
    name,
    avatarSeed: author?.avatarSeed ?? name,
    excerpt: line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1).trimEnd()}…` : line,
    postTitle: post.title || t('Untitled'),
    moment: shortMoment(createdAt, { timeZone, language: t.language }),
    at: createdAt.toISOString(),
    isPending: status === 'pending',
    href: paths.comment(post.slug, id),
  };
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
