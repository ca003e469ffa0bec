import type { Metadata } from 'next';
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
import { hideAllAction, liftRestrictionAction, restrictCommenterAction, undoHidingAction } from '../actions';
import '../../../users/users.css';

export const metadata: Metadata = { title: 'Comment author' };

export default async function CommentAuthorPage({ params }: PageProps<'/admin/comments/authors/[user]'>) {
  const { user: id } = await params;
  const actor = await guardPage('comments.moderate', paths.admin.commentAuthor(id));
  const [commenter, { timeZone }] = await Promise.all([findCommenter(actor, id), getSettings()]);
  if (!commenter) notFound();
  return (
    <>
      <PageHeader title={commenter.name} lead={commenter.isBanned ? 'Suspended' : 'Writes comments'}>
        <Avatar seed={commenter.avatarSeed} size={56} />
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <p className="user__details">
        <span>{`Since ${shortDay(commenter.createdAt, timeZone)}`}</span>
        <States commenter={commenter} />
        <AccountLink actor={actor} id={id} />
        <a href={paths.admin.comments()}>All comments</a>
      </p>
      {commenter.isStaff ? (
        <p className="quiet">Comments of staff cannot be restricted. Change their role first.</p>
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

function States({ commenter: { id, comments } }: { commenter: Commenter }) {
  const present = shownStates.filter((state) => comments[state] > 0);
  if (present.length === 0) return <span>No comments</span>;
  return present.map((state) => (
    <a key={state} href={paths.admin.comments(queueQuery({ state, user: id }))}>
      {`${comments[state].toLocaleString('en')} ${state}`}
    </a>
  ));
}

function AccountLink({ actor, id }: { actor: Actor; id: string }) {
  return can(actor, 'users.manage') && <a href={paths.admin.user(id)}>Account and suspension</a>;
}
