import { useText } from '#text';
import { can, type Actor } from '@/lib/auth/actor';
import { paths } from '@/lib/web/paths';

/** `importsFrom`: the systems that can be imported from. */
type Props = {
  importsFrom: string;
  hasWritten: boolean;
  hasImported: boolean;
  hasFilledSlot: boolean;
  actor: Pick<Actor, 'role'>;
};

/** The first steps on a new site; hidden once there is content and nothing is left to offer. */
export function OnboardingChecklist({ importsFrom, hasWritten, hasImported, hasFilledSlot, actor }: Props) {
  const t = useText();
  if (hasWritten || hasImported) return null;
  const actions = [
    can(actor, 'posts.write') && {
      href: paths.admin.newPost(),
      name: t('New post'),
      what: t('A title and a few lines are enough. It stays a draft until you publish it.'),
    },
    can(actor, 'import.run') && {
      href: paths.admin.imports(),
      name: t('Import from {systems}', { systems: importsFrom }),
      what: t('Posts, pages, comments and redirects from one export file, with a preview before anything is imported.'),
    },
    can(actor, 'slots.edit') &&
      !hasFilledSlot && {
        href: paths.admin.slots(),
        name: t('Set up an ad slot'),
        what: t('Paste the code from your ad network, or use your own image or text.'),
      },
  ].filter((action) => action !== false);
  if (actions.length === 0) return null;
  return (
    <section className="onboarding" aria-labelledby="onboarding">
      <h2 id="onboarding" className="dashboard__header">
        {t('Get started')}
      </h2>
      <ol className="rows">
        {actions.map(({ href, name, what }) => (
          <li key={href} className="row">
            <div className="row__main">
              <a className="row__title" href={href}>
                {name}
              </a>
              <p className="row__meta">{what}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
