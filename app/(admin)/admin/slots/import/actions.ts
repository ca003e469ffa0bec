'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { importAdSettings } from '@/lib/import/ad-settings/importing';
import { AppError } from '@/lib/platform/errors';
import { limits } from '@/lib/users/rate-limits';

export const importAdsAction = formAction(
  {
    name: 'slot.import',
    who: 'slots.edit',
    schema: z.object({ file: z.instanceof(File).optional(), text: z.string().default('') }),
    rateLimit: limits.staff,
  },
  async ({ file, text }, { actor }) => {
    const report = await importAdSettings(actor, file && file.size > 0 ? await file.text() : text).catch(
      (error: unknown) => {
        // What is wrong with pasted text is said beside it.
        const sentence = !file?.size && error instanceof AppError ? error.fields?.file : undefined;
        throw sentence ? new AppError('invalid', sentence, { fields: { text: sentence } }) : error;
      },
    );
    const { length } = report.imported;
    const what =
      length === 0
        ? 'no slot was added.'
        : length === 1
          ? '1 slot was added, disabled.'
          : `${length} slots were added, disabled.`;
    return { ...done(`From ${report.system}: ${what}`), values: { report: JSON.stringify(report) } };
  },
);
