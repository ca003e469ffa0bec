'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { readerReportForm, reportSlot } from '@/lib/slots/reader-reports';
import { reportLimit } from '@/lib/slots/reports';

export const reportSlotAction = formAction(
  { name: 'slot.report', who: 'anyone', schema: readerReportForm, rateLimit: reportLimit },
  async (input, { address }) => {
    await reportSlot(input, address);
    return done('Reported. Thank you. The site owner will look at it.');
  },
);
