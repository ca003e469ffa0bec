'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import {
  archiveCampaign,
  createReportLink,
  revokeReportLink,
  saveCampaign,
  unarchiveCampaign,
} from '@/lib/campaigns/editing';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { slotRateLimit as rateLimit } from '../../content-form';

const typed = z.string().default('');

export const saveCampaignAction = formAction(
  {
    name: 'campaign.save',
    who: 'slots.edit',
    schema: z.object({ id: typed, name: typed, advertiser: typed, contactEmail: typed }),
    rateLimit,
  },
  async ({ id, ...settings }, { actor }) => {
    const saved = await saveCampaign(actor, { id: id || null, ...settings });
    if (id) return done('Saved.');
    const added = done('Added. Now choose it in the form of each line item that belongs to it.');
    return redirectWithAnswer(actor, paths.admin.campaign(saved.id), added);
  },
);

export const archiveCampaignAction = formAction(
  {
    name: 'campaign.archive',
    who: 'slots.edit',
    schema: z.object({ id: z.string(), intent: z.enum(['archive', 'restore']) }),
    rateLimit,
  },
  async ({ id, intent }, { actor }) => {
    if (intent === 'restore') {
      await unarchiveCampaign(actor, id);
      return done('Restored. Enable the line items that readers should get again.');
    }
    const { disabled } = await archiveCampaign(actor, id);
    if (disabled === 0) return done('Archived. None of its line items was enabled.');
    if (disabled === 1) return done('Archived. One line item is disabled.');
    return done(`Archived. ${disabled} line items are disabled.`);
  },
);

export const linkReportAction = formAction(
  {
    name: 'campaign.link-report',
    who: 'slots.edit',
    schema: z.object({ id: z.string(), intent: z.enum(['create', 'revoke']) }),
    rateLimit,
  },
  async ({ id, intent }, { actor }) => {
    if (intent === 'revoke') {
      await revokeReportLink(actor, id);
      return done('Revoked. The link shows nothing any more.');
    }
    await createReportLink(actor, id);
    return done('Created. Send this link to the advertiser.');
  },
);
