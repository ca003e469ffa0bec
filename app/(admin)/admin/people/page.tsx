import type { Metadata } from 'next';
import { PageHead } from '@/components/admin/page-head';
import { Pager } from '@/components/admin/pager';
import { PeopleFilters } from '@/components/people/people-filters';
import { PersonRow } from '@/components/people/person-row';
import { paths } from '@/lib/paths';
import { listPeople } from '@/lib/people/queries';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../guard';
import './people.css';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const actor = await guardPage('people.manage', paths.admin.people());
  const query = await searchParams;
  const filter = { search: only(query.q), role: only(query.role), after: only(query.after) };
  const [{ people, next }, style] = await Promise.all([listPeople(actor, filter), getSettings()]);
  const isFiltered = Boolean(filter.search || filter.role);
  return (
    <>
      <PageHead title="People" lead="Everybody with an account, and the authors who came with an import.">
        <a className="button button--primary" href={paths.admin.invite()}>
          Invite somebody
        </a>
      </PageHead>
      <PeopleFilters search={filter.search} role={filter.role} />
      {people.length > 0 ? (
        <ul className="rows">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} style={style} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{isFiltered ? 'Nobody fits. Try fewer letters, or every role.' : 'Nobody is here yet.'}</p>
      )}
      <Pager
        first={filter.after ? address({ ...filter, after: '' }) : undefined}
        next={next ? address({ ...filter, after: next }) : undefined}
      />
    </>
  );
}

function address({ search, role, after }: { search: string; role: string; after: string }) {
  const query = new URLSearchParams(Object.entries({ q: search, role, after }).filter(([, value]) => value));
  return query.size > 0 ? `${paths.admin.people()}?${query}` : paths.admin.people();
}

function only(value: string | string[] | undefined) {
  return typeof value === 'string' ? value : '';
}
