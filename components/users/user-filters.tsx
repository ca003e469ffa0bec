import { roleNames, roles } from '@/lib/auth/actor';

/** Search by name or address, and by role; a plain form, so that the filter is in the URL. */
export function UserFilters({ search, role }: { search: string; role: string }) {
  return (
    <form className="filters" role="search">
      <input
        className="input filters__search"
        type="search"
        name="q"
        defaultValue={search}
        placeholder="Name or e-mail"
        aria-label="Search users"
      />
      <select className="select" name="role" defaultValue={role} aria-label="Role">
        <option value="">All roles</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleNames[one]}
          </option>
        ))}
      </select>
      <button className="button">Search</button>
    </form>
  );
}
