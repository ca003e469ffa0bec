import type { Metadata } from 'next';
import { AttentionList } from '@/components/admin/attention-list';
import { FirstActs } from '@/components/admin/first-acts';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHead } from '@/components/admin/page-head';
import { readAttention, readFirstActs } from '@/lib/attention/queries';
import { importLabels } from '@/lib/import/importers/registry';
import { can } from '@/lib/auth/actor';
import { paths } from '@/lib/paths';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../guard';
import { createDraftAction } from './posts/actions';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function AdminStartPage() {
  const actor = await guardPage('admin.enter', paths.admin.start());
  const [attention, firstActs, { timeZone }] = await Promise.all([
    readAttention(actor),
    readFirstActs(),
    getSettings(),
  ]);
  return (
    <>
      <PageHead title={`Hello, ${actor.name}`}>
        {can(actor, 'posts.write') && (
          <NewPostButton type="post" action={createDraftAction}>
            New post
          </NewPostButton>
        )}
      </PageHead>
      <FirstActs {...firstActs} importsFrom={importLabels} actor={actor} />
      <section aria-labelledby="attention">
        <h2 id="attention" className="dashboard__header">
          Needs attention
        </h2>
        <AttentionList attention={attention} timeZone={timeZone} />
      </section>
    </>
  );
}
