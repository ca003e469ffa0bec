import { adminText } from '@/components/text/server';
import { msg } from '@/lib/i18n/admin/msg';
import { pageTitle } from '../../../page-title';
import { PageHeader } from '@/components/admin/page-header';
import { FieldsForm } from '@/components/ui/fields-form';
import { canGrant, roleHints, roleNames, roles } from '@/lib/auth/actor';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { inviteAction } from '../actions';
import '../users.css';

export const generateMetadata = pageTitle('Invite user');

const sent = msg('They get an e-mail with a link to their account, valid for seven days.');
const unsent = msg(
  'No mail server is set up. The e-mail with the link to their account, valid for seven days, is saved as a file in the folder outbox of the data folder: send them the link yourself, or set SMTP_URL first.',
);

export default async function InvitePage() {
  const t = await adminText();
  const actor = await guardPage('users.manage', paths.admin.invite());
  const grantable = roles.filter((role) => canGrant(actor, 'reader', role));
  return (
    <>
      <PageHeader title={t('Invite user')} lead={t(hasMailServer() ? sent : unsent)} />
      <div className="narrow">
        <FieldsForm
          action={inviteAction}
          fields={[
            { name: 'name', label: t('Name'), maxLength: 80 },
            { name: 'email', label: t('E-mail'), kind: 'email' },
            {
              name: 'role',
              label: t('Role'),
              kind: 'select',
              value: 'author',
              options: grantable.map((role) => ({
                value: role,
                label: `${t(roleNames[role])} — ${t(roleHints[role])}`,
              })),
            },
          ]}
          submit={hasMailServer() ? t('Send invitation') : t('Create account')}
        />
      </div>
    </>
  );
}
