import { StateWord } from '@/components/admin/state-word';
import { roleNames } from '@/lib/auth/actor';
import { formatDay, type DateStyle } from '@/lib/dates';
import { paths } from '@/lib/paths';
import type { PersonListed } from '@/lib/people/queries';
import { Avatar } from './avatar';

/** One person in the list: who, since when, how much they wrote, and whether anything is the matter. */
export function PersonRow({ person, style }: { person: PersonListed; style: DateStyle }) {
  const wrote = [counted(person.postCount, 'post'), counted(person.commentCount, 'comment')].filter(Boolean);
  return (
    <li className="row">
      <span className="user__picture">
        <Avatar seed={person.avatarSeed} size={32} />
      </span>
      <div className="row__main">
        <a className="row__title" href={paths.admin.person(person.id)} dir="auto">
          {person.name}
        </a>
        <p className="row__meta">
          {[person.email ?? 'No e-mail address', `since ${formatDay(person.createdAt, style)}`, ...wrote].join(' · ')}
        </p>
      </div>
      <div className="row__side">
        <PersonState person={person} />
      </div>
    </li>
  );
}

/** The role, or what is the matter with the account. */
export function PersonState({
  person,
}: {
  person: Pick<PersonListed, 'isBanned' | 'email' | 'emailVerifiedAt' | 'role'>;
}) {
  if (person.isBanned) return <StateWord tone="gone">Suspended</StateWord>;
  if (!person.email) return <StateWord tone="quiet">Imported</StateWord>;
  if (!person.emailVerifiedAt)
    return <StateWord tone="waiting">{`${roleNames[person.role]}, not confirmed`}</StateWord>;
  return <StateWord tone={person.role === 'reader' ? 'quiet' : 'live'}>{roleNames[person.role]}</StateWord>;
}

function counted(count: number, noun: string) {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
