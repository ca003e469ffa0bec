import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/admin/page-head';
import { Avatar } from '@/components/people/avatar';
import { PersonState } from '@/components/people/person-row';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHead } from '@/components/ui/section-head';
import { canGrant, roleHints, roleNames, roles, type Actor } from '@/lib/auth/actor';
import { formatDay, type DateStyle } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { invitationSentence } from '@/lib/people/inviting';
import { findPerson } from '@/lib/people/queries';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../../guard';
import '../users.css';
import { banAction, changeRoleAction, inviteImportedAction, signOutPersonAction, unbanAction } from '../actions';

export const metadata: Metadata = { title: 'User' };

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export default async function PersonPage({ params, searchParams }: PageProps<'/admin/users/[id]'>) {
  const { id } = await params;
  const actor = await guardPage('people.manage', paths.admin.person(id));
  const [person, style, query] = await Promise.all([findPerson(actor, id), getSettings(), searchParams]);
  if (!person) notFound();
  const mayManage = canGrant(actor, person.role, 'reader');
  return (
    <>
      <PageHead title={person.name} lead={person.email ?? 'No e-mail address: this user cannot sign in.'}>
        <Avatar seed={person.avatarSeed} size={56} />
      </PageHead>
      {query.invited && (
        <p className="notice notice--done" role="status">
          {invitationSentence(person.email ?? person.name)}
        </p>
      )}
      <p className="user__details">
        <PersonState person={person} />
        <span>{`Since ${formatDay(person.createdAt, style)}`}</span>
        <a href={`${paths.admin.posts()}?author=${person.id}`}>{counted(person.postCount, 'post')}</a>
        <a href={`${paths.admin.comments()}?author=${person.id}`}>{counted(person.commentCount, 'comment')}</a>
      </p>
      {mayManage ? (
        <Manage actor={actor} person={person} style={style} />
      ) : (
        <p className="quiet">Only an owner can change the account of an owner or an admin.</p>
      )}
    </>
  );
}

function Manage({ actor, person, style }: { actor: Actor; person: Person; style: DateStyle }) {
  const { id, role } = person;
  const isSelf = id === actor.id;
  const grantable = roles.filter((wanted) => canGrant(actor, role, wanted));
  return (
    <>
      {!person.email && (
        <section className="section" aria-labelledby="way-in-head">
          <SectionHead
            id="way-in-head"
            title="Give this author an account"
            hint="They can then edit their posts and comments."
          />
          <FieldsForm
            action={inviteImportedAction}
            hidden={{ id }}
            fields={[{ name: 'email', label: 'E-mail', kind: 'email' }]}
            submit="Send invitation"
            tone="plain"
          />
        </section>
      )}
      <section className="section" aria-labelledby="role-head">
        <SectionHead id="role-head" title="Role" hint="Takes effect immediately; they have to sign in again." />
        <FieldsForm
          action={changeRoleAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[
            {
              name: 'role',
              label: 'Role',
              kind: 'select',
              value: role,
              options: grantable.map((one) => ({ value: one, label: `${roleNames[one]} — ${roleHints[one]}` })),
            },
          ]}
          submit="Change role"
          tone="plain"
        />
      </section>
      <section className="section" aria-labelledby="sessions-head">
        <SectionHead
          id="sessions-head"
          title="Sessions"
          hint="If a device was lost, or someone else may have access."
        />
        <FieldsForm
          action={signOutPersonAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[]}
          submit="Sign out everywhere"
          tone="plain"
        />
      </section>
      {!isSelf && <Suspension person={person} style={style} />}
    </>
  );
}

function Suspension({ person, style }: { person: Person; style: DateStyle }) {
  const { id, isBanned, bannedUntil, banReason } = person;
  return (
    <section className="section" aria-labelledby="suspension-head">
      <SectionHead
        id="suspension-head"
        title={isBanned ? 'Suspended' : 'Suspend'}
        hint={
          isBanned
            ? `${bannedUntil ? `Until ${formatDay(bannedUntil, style)}.` : 'No end date.'} ${banReason}`
            : 'They can no longer sign in. Their posts and comments stay.'
        }
      />
      {isBanned ? (
        <FieldsForm
          action={unbanAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[]}
          submit="Lift the suspension"
          tone="plain"
        />
      ) : (
        <FieldsForm
          action={banAction}
          isOneOfSeveral
          hidden={{ id }}
          fields={[
            { name: 'reason', label: 'Reason', maxLength: 300, hint: 'Shown to them when they try to sign in.' },
            { name: 'until', label: 'Until', kind: 'date', hint: 'Leave empty for no end date.' },
          ]}
          submit="Suspend"
          tone="danger"
        />
      )}
    </section>
  );
}

function counted(count: number, noun: string) {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
