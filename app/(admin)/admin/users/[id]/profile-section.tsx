import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { paths } from '@/lib/web/paths';
import { editUserAction } from '../actions';

type Profile = { id: string; name: string; slug: string; bio: string; website: string };

/** What readers see of a person, for those who run the site. */
export function ProfileSection({ user: { id, name, slug, bio, website } }: { user: Profile }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="profile-head">
      <SectionHeader
        id="profile-head"
        title={t('Profile')}
        hint={t('What readers see. People change it themselves on their account page.')}
      />
      <FieldsForm
        action={editUserAction}
        isOneOfSeveral
        hidden={{ id }}
        fields={[
          { name: 'name', label: t('Name'), value: name, maxLength: 80 },
          {
            name: 'slug',
            label: t('URL slug'),
            value: slug,
            maxLength: 80,
            hint: t('The author page is at {address}. After a change, the old address redirects.', {
              address: paths.author(slug),
            }),
          },
          { name: 'bio', label: t('Biography'), kind: 'area', rows: 3, value: bio, maxLength: 1_000 },
          { name: 'website', label: t('Website'), value: website, maxLength: 300 },
        ]}
        submit={t('Save')}
        tone="plain"
      />
    </section>
  );
}
