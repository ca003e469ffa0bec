import { adminText } from '@/components/text/server';
import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { HidingSection } from '@/components/comments/hiding-section';
import { RestrictionSection } from '@/components/comments/restriction-section';
import { FormAnswer } from '@/components/ui/form-answer';
import { Avatar } from '@/components/users/avatar';
import { findAnswer } from '@/lib/actions/form-answer';
import { can, type Actor } from '@/lib/auth/actor';
import { findCommenter, type Commenter } from '@/lib/comments/commenter-queries';
import { queueQuery } from '@/lib/comments/queue-filter';
import { getSettings } from '@/lib/settings/queries';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../../guard';
import { pageTitle } from '../../../../page-title';
import { hideAllAction, liftRestrictionAction, restrictCommenterAction, undoHidingAction } from '../actions';
import '../../../users/users.css';

export const generateMetadata = pageTitle('Comment author');

export default async function CommentAuthorPage({ params }: PageProps<'/admin/comments/authors/[user]'>) {
  const t = await adminText();
  const { user: id } = await params;
  const actor = await guardPage('comments.moderate', paths.admin.commentAuthor(id));
  const [commenter, { timeZone }] = await Promise.all([findCommenter(actor, id), getSettings()]);
  if (!commenter) notFound();
  return (
    <>
      <PageHeader title={commenter.name} lead={commenter.isBanned ? t('Suspended') : t('Reader')}>
        <Avatar seed={commenter.avatarSeed} size={56} />
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <p className="user__details">
        <span>{t('Since {day}', { day: shortDay(commenter.createdAt, timeZone, t.language) })}</span>
        <States commenter={commenter} />
        <AccountLink actor={actor} id={id} />
        <a href={paths.admin.comments()}>{t('All comments')}</a>
      </p>
      {commenter.isStaff ? (
        <p className="quiet">{t('Comments of staff cannot be restricted. Change their role first.')}</p>
      ) : (
        <>
          <RestrictionSection commenter={commenter} restrict={restrictCommenterAction} lift={liftRestrictionAction} />
          <HidingSection commenter={commenter} hide={hideAllAction} undo={undoHidingAction} />
        </>
      )}
    </>
  );
}

const shownStates = ['approved', 'pending', 'shadowed', 'spam', 'hidden', 'deleted'] as const;
const stateCounts = {
  approved: msg('{count} approved'),
  pending: msg('{count} pending'),
  shadowed: msg('{count} shadowed'),
  spam: msg('{count} spam'),
  hidden: msg('{count} hidden'),
  deleted: msg('{count} deleted'),
};

function States({ commenter: { id, comments } }: { commenter: Commenter }) {
  const t = useText();
  const present = shownStates.filter((state) => comments[state] > 0);
  if (present.length === 0) return <span>{t('No comments')}</span>;
  return present.map((state) => (
    <a key={state} href={paths.admin.comments(queueQuery({ state, user: id }))}>
      {t(stateCounts[state], { count: comments[state].toLocaleString(t.language) })}
    </a>
  ));
}

function AccountLink({ actor, id }: { actor: Actor; id: string }) {
  const t = useText();
  return can(actor, 'users.manage') && <a href={paths.admin.user(id)}>{t('Account and suspension')}</a>;
}
