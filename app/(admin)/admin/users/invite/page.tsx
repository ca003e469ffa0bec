import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { FieldsForm } from '@/components/ui/fields-form';
import { canGrant, roleNames, roles } from '@/lib/auth/actor';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { inviteAction } from '../actions';
import '../users.css';

export const metadata: Metadata = { title: 'Invite user' };

const sent = 'They get an e-mail with a link to their account, valid for seven days.';
const unsent =
  'No mail server is set up. The e-mail with the link to their account, valid for seven days, is saved as a file in the folder outbox of the data folder: send them the link yourself, or set SMTP_URL first.';

export default async function InvitePage() {
  const actor = await guardPage('users.manage', paths.admin.invite());
  const grantable = roles.filter((role) => canGrant(actor, 'reader', role));
  return (
    <>
      <PageHeader title="Invite user" lead={hasMailServer() ? sent : unsent} />
      <div className="narrow">
        <FieldsForm
          action={inviteAction}
          fields={[
            { name: 'name', label: 'Name', maxLength: 80 },
            { name: 'email', label: 'E-mail', kind: 'email' },
            {
              name: 'role',
              label: 'Role',
              kind: 'select',
              value: 'author',
              options: grantable.map((role) => ({ value: role, label: roleNames[role] })),
            },
          ]}
          submit={hasMailServer() ? 'Send invitation' : 'Create account'}
        />
      </div>
    </>
  );
}
