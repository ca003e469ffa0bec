'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { handleReports } from '@/lib/slots/reader-reports';
import { limits } from '@/lib/users/rate-limits';

export const handleReportsAction = formAction(
  {
    name: 'slot.handle-reports',
    who: 'slots.edit',
    schema: z.object({ creativeId: z.string(), act: z.enum(['pause', 'dismiss']) }),
    rateLimit: limits.staff,
  },
  async ({ creativeId, act }, { actor }) => {
    const { name } = await handleReports(actor, { creativeId, pauses: act === 'pause' });
    if (act === 'dismiss') return done(`Dismissed. “${name}” stays as it is.`);
    return done(`“${name}” is disabled on every page. Its content is kept.`);
  },
);
