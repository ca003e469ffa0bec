import type { Metadata } from 'next';
import { PageHead } from '@/components/admin/page-head';
import { PagedRows } from '@/components/admin/paged-rows';
import { PeopleFilters } from '@/components/people/people-filters';
import { PersonRow } from '@/components/people/person-row';
import { paths } from '@/lib/paths';
import { listPeople } from '@/lib/people/queries';
import { getSettings } from '@/lib/settings/queries';
import { only, withQuery } from '@/lib/search-params';
import { guardPage } from '../../guard';
import './users.css';

export const metadata: Metadata = { title: 'Users' };

export default async function PeoplePage({ searchParams }: PageProps<'/admin/users'>) {
  const actor = await guardPage('people.manage', paths.admin.people());
  const query = await searchParams;
  const filter = { search: only(query.q), role: only(query.role), after: only(query.after) };
  const [{ people, next }, style] = await Promise.all([listPeople(actor, filter), getSettings()]);
  const isFiltered = Boolean(filter.search || filter.role);
  const { search, role } = filter;
  const address = (after: string) => withQuery(paths.admin.people(), { q: search, role, after });
  return (
    <>
      <PageHead title="Users" lead="Everyone with an account, and imported authors.">
        <a className="button button--primary" href={paths.admin.invite()}>
          Invite user
        </a>
      </PageHead>
      <PeopleFilters search={search} role={role} />
      <PagedRows
        rows={people.map((person) => (
          <PersonRow key={person.id} person={person} style={style} />
        ))}
        empty={
          isFiltered
            ? 'No users found. Try fewer words, the beginning of a name or e-mail address, or all roles.'
            : 'No users yet.'
        }
        address={address}
        after={filter.after}
        next={next}
      />
    </>
  );
}
