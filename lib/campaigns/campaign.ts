import { z } from 'zod';
import { normaliseEmail } from '@/lib/auth/email';
import { lineOf } from '@/lib/text/visible-text';

/** Of one list: the newest. */
export const MAX_CAMPAIGNS = 200;

const line = (missing: string) =>
  z.string().transform(lineOf).pipe(z.string().min(1, missing).max(80, 'Use at most 80 characters here.'));

/** What an advertiser bought: line items, of one or several slots. */
export const campaignSchema = z.object({
  name: line('Give the campaign a name.'),
  advertiser: line('Enter who advertises.'),
  contactEmail: z.string().transform((value, context) => {
    const typed = lineOf(value);
    const email = typed && normaliseEmail(typed);
    if (email !== null) return email;
    context.addIssue({ code: 'custom', message: 'Enter a valid e-mail address, such as ida@example.org, or none.' });
    return z.NEVER;
  }),
});
export type CampaignSettings = z.output<typeof campaignSchema>;
