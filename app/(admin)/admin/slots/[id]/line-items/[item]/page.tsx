import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { StatusBadge } from '@/components/admin/status-badge';
import { linksTo } from '@/components/layout/message';
import { LineItemDeletion } from '@/components/slots/line-item-deletion';
import { LineItemForm } from '@/components/slots/line-item-form';
import { useText } from '#text';
import { adminText } from '@/components/text/server';
import { FormAnswer } from '@/components/ui/form-answer';
import { PauseNotice } from '@/components/slots/pause-notice';
import { LineItemSwitch } from '@/components/slots/slot-actions';
import { TestResults } from '@/components/slots/test-results';
import { VersionSection } from '@/components/slots/version-section';
import { findAnswer } from '@/lib/actions/form-answer';
import { can } from '@/lib/auth/actor';
import { env } from '@/lib/platform/env';
import { getSettings } from '@/lib/settings/queries';
import { listCampaignChoices, type CampaignChoice } from '@/lib/campaigns/queries';
import { listPauses, type Pause } from '@/lib/slots/behaviour';
import { capsSchema, goalSchema } from '@/lib/slots/line-item';
import { filledLineItemForm } from '@/lib/slots/line-item-form';
import { progressSentence } from '@/lib/slots/pacing';
import { findLineItem, findSlot, findVersion, listVersions, namesInRules } from '@/lib/slots/queries';
import { lineItemStateOf } from '@/lib/slots/slot';
import { typedSlotSettings } from '@/lib/slots/slot-fields';
import { readProgress } from '@/lib/statistics/delivery';
import { zoneIn } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { pageTitle } from '../../../../../page-title';
import { guardPage } from '../../../../../guard';
import { restoreVersionAction } from '../../actions';
import { deleteLineItemAction, saveLineItemAction, switchLineItemAction } from './actions';
import '../../../slots.css';

type Props = PageProps<'/admin/slots/[id]/line-items/[item]'>;

export const generateMetadata = pageTitle('Line item');

const fresh = {
  id: '',
  name: '',
  tier: 'network' as const,
  weight: 1,
  enabled: true,
  isReadable: true as const,
  conditions: [],
  caps: capsSchema.parse({}),
  goal: goalSchema.parse({}),
  competitor: '',
  campaignId: null,
  arm: '' as const,
  version: 1,
  creative: null,
};

export default async function LineItemPage({ params }: Props) {
  const { id: slotId, item: itemId } = await params;
  const actor = await guardPage('slots.edit', paths.admin.lineItem(slotId, itemId));
  const [slot, found] = await Promise.all([findSlot(slotId), itemId === 'new' ? fresh : findLineItem(slotId, itemId)]);
  if (!slot || !found) notFound();
  const { timeZone } = await getSettings();
  const t = await adminText();
  const [shown, versions, names, progress, campaigns, pauses] = await Promise.all([
    found.creative && findVersion(slotId, found.creative.id),
    found.id ? listVersions(found.id) : [],
    namesInRules(found.conditions),
    readProgress(actor, [{ ...found, slotId }], { timeZone }),
    listCampaignChoices(found.campaignId),
    listPauses(slotId),
  ]);
  const state = lineItemStateOf(found);
  const reached = progress.get(found.id);
  const hasContent = found.id !== slotId;
  const settings = slot.isReadable ? slot : { ...slot, ...slot.remains };
  const mayTrust = can(actor, 'slots.trusted-code');
  const hasFrameOrigin = env().adsFrameOrigin !== null;
  return (
    <div className="slot-page">
      <p className="slot-back">
        <a href={paths.admin.slot(slotId)}>{slot.name}</a>
      </p>
      <PageHeader
        title={found.id ? found.name : t('New line item')}
        lead={
          found.id && (
            <>
              <StatusBadge tone={state === 'Active' ? 'live' : 'quiet'}>{t(state)}</StatusBadge>
              {reached && <span>{` · ${t.said(progressSentence(reached))}`}</span>}
            </>
          )
        }
      >
        {found.id && (
          <LineItemSwitch action={switchLineItemAction} {...{ slotId, lineItemId: found.id, isOn: found.enabled }} />
        )}
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      <Notices item={found} slotId={slotId} pauses={pauses} timeZone={timeZone} />
      <CampaignLink campaign={campaigns.find(({ id }) => id === found.campaignId)} />
      <LineItemForm
        action={saveLineItemAction}
        slot={{ id: slotId, placement: slot.placement, name: slot.name }}
        box={typedSlotSettings(settings, new Map())}
        stored={filledLineItemForm(found, shown, { names, timeZone })}
        shown={found.creative}
        hasContent={hasContent}
        campaigns={campaigns}
        zone={zoneIn(new Date(), timeZone)}
        code={{ hasFrameOrigin, mayTrust }}
      />
      {hasContent && shown?.kind === 'code' && (
        <TestResults shown={shown} box={settings} {...{ timeZone, hasFrameOrigin }} />
      )}
      {hasContent && (
        <VersionSection
          action={restoreVersionAction}
          liveId={found.creative?.id ?? ''}
          {...{ slotId, versions, timeZone, mayTrust }}
        />
      )}
      {hasContent && found.id && (
        <LineItemDeletion
          action={deleteLineItemAction}
          lineItem={{ slotId, id: found.id, name: found.name }}
          campaign={campaigns.find(({ id }) => id === found.campaignId)}
        />
      )}
    </div>
  );
}

function CampaignLink({ campaign }: { campaign: CampaignChoice | undefined }) {
  const t = useText();
  if (!campaign) return null;
  return (
    <p className="quiet">
      {t.rich('Part of the campaign <campaign>{name}</campaign>', {
        name: campaign.name,
        ...linksTo({ campaign: paths.admin.campaign(campaign.id) }),
      })}
    </p>
  );
}

type NoticesProps = {
  item: { id: string; isReadable: boolean };
  slotId: string;
  pauses: readonly Pause[];
  timeZone: string;
};

function Notices({ item, slotId, pauses, timeZone }: NoticesProps) {
  const t = useText();
  return (
    <>
      <PauseNotice pauses={pauses.filter(({ lineItem }) => lineItem?.id === item.id)} timeZone={timeZone} />
      {!item.isReadable && (
        <p className="notice notice--refused">
          {t('The conditions of this line item cannot be read, so no reader gets it. Choose them again and save.')}
        </p>
      )}
      {item.id === slotId && (
        <p className="quiet">
          {t.rich(
            'The content of a slot’s first line item is edited with <slot>the slot</slot>',
            linksTo({ slot: paths.admin.slot(slotId) }),
          )}
        </p>
      )}
    </>
  );
}
