import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { formatMoment } from '@/lib/time/dates';
import { zoneAt } from '@/lib/time/site-time';
import { keepUserAction, removeUserAction } from '../actions';

type Props = { user: { id: string; name: string; deletesAt: Date | null }; timeZone: string };

/** Taking a person's account away, and taking that back within a day. */
export function RemovalSection({ user: { id, name, deletesAt }, timeZone }: Props) {
  const t = useText();
  if (deletesAt) {
    const moment = formatMoment(deletesAt, { language: t.language, timeZone });
    return (
      <section className="section" aria-labelledby="removal-head">
        <SectionHeader
          id="removal-head"
          title={t('About to be deleted')}
          hint={t('The account and its data are deleted after {moment} ({zone}); comments stay without a name.', {
            moment,
            zone: zoneAt(deletesAt, timeZone),
          })}
        />
        <FieldsForm action={keepUserAction} hidden={{ id }} fields={[]} submit={t('Keep the account')} tone="plain" />
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="removal-head">
      <SectionHeader
        id="removal-head"
        title={t('Remove')}
        hint={t(
          'Posts that others wrote with them stay with these. Comments stay, without a name unless you keep the name.',
        )}
      />
      <FieldsForm
        action={removeUserAction}
        prefix="removal-"
        hidden={{ id }}
        fields={[
          {
            name: 'posts',
            label: t('Their posts and pages'),
            kind: 'select',
            value: 'keep',
            options: [
              { value: 'keep', label: t('Keep them under the name, without an account') },
              { value: 'give', label: t('Give them to another author') },
              { value: 'trash', label: t('Move them to trash') },
            ],
          },
          {
            name: 'into',
            label: t('Author who gets them'),
            maxLength: 300,
            hint: t('Only if they are given to another: a name, an e-mail address or the URL slug of an author page.'),
          },
        ]}
        submit={t('Remove user')}
        tone="danger"
        question={{
          title: t('Remove {name}?', { name }),
          what: t(
            'They are signed out at once. Without the name, the account is deleted after a day; until then you can keep it.',
          ),
        }}
      />
    </section>
  );
}
