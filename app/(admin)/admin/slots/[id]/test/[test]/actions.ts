'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { keepTestResult } from '@/lib/slots/testing/code-tests';
import { slotRateLimit as rateLimit } from '../../../content-form';

/** Three widths with all that may be said of each. */
const MAX_LENGTH = 100_000;

export const keepTestAction = formAction(
  {
    name: 'slot.keep-test',
    who: 'slots.edit',
    schema: z.object({
      test: z.string(),
      runs: z.string().max(MAX_LENGTH, 'These results are too long to be right, so they were not kept.'),
    }),
    rateLimit,
  },
  async ({ test, runs }, { actor }) => {
    await keepTestResult(actor, { id: test, runs });
    return done('The test is over.');
  },
);
