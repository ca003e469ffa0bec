import { useText } from '#text';
import { roleNames, type Role } from '@/lib/auth/actor';

/** What is done with the selected users. `roles`: those that the viewer may give. */
export function UserBulkButtons({ roles }: { roles: readonly Role[] }) {
  const t = useText();
  return (
    <>
      <span className="bulk__tag">
        <select className="select" name="role" aria-label={t('New role')} defaultValue="reader">
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(roleNames[role])}
            </option>
          ))}
        </select>
        <button className="button" name="intent" value="role">
          {t('Change role')}
        </button>
      </span>
      <button className="button" name="intent" value="unsuspend">
        {t('Lift suspension')}
      </button>
      <button className="button button--danger" name="intent" value="suspend">
        {t('Suspend')}
      </button>
    </>
  );
}
