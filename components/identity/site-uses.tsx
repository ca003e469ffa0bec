import { useText } from '#text';
import type { SiteImageRole } from '@/lib/settings/site-images';
import { identityPath } from '@/lib/web/identity-paths';
import { siteImageTexts } from './site-image-texts';

/** What the site itself uses an image for. */
export function SiteUses({ roles }: { roles: SiteImageRole[] }) {
  const t = useText();
  if (roles.length === 0) return null;
  return (
    <ul className="rows">
      {roles.map((role) => (
        <li key={role} className="row">
          <div className="row__main">
            <a className="row__title" href={`${identityPath}#${role}`}>
              {t(siteImageTexts[role].title)}
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
