'use server';

import { z } from 'zod';
import { formAction, redirectTo } from '@/lib/actions/form-action';
import { confirmation } from '@/app/(admin)/admin/slots/content-form';
import { exportForm, permitExport } from '@/lib/export/download-permission';
import { paths } from '@/lib/web/paths';

export const exportAction = formAction(
  {
    name: 'site.export',
    who: 'site.export',
    schema: exportForm.extend({ ownPassword: z.string().default('') }),
    rateLimit: { name: 'site.export', limit: 30, seconds: 60 * 60 },
  },
  async ({ ownPassword, ...wanted }, { actor }) =>
    redirectTo(paths.admin.exportFile(await permitExport(actor, wanted, confirmation(ownPassword)))),
);
