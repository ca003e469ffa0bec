import { StatusBadge } from '@/components/admin/status-badge';
import { MAX_CAMPAIGNS } from '@/lib/campaigns/campaign';
import { rateText, sumOf } from '@/lib/campaigns/counts';
import type { ItemFigures } from '@/lib/campaigns/figures';
import type { CampaignRow } from '@/lib/campaigns/queries';
import { paths } from '@/lib/web/paths';
import { counted } from '@/lib/text/counted';

type Props = {
  campaigns: readonly CampaignRow[];
  /** By campaign. */
  figures: ReadonlyMap<string, readonly ItemFigures[]>;
  isArchived: boolean;
};

/** Campaigns with what became of them. */
export function CampaignList({ campaigns, figures, isArchived }: Props) {
  if (campaigns.length === 0) {
    return (
      <p className="quiet">
        {isArchived
          ? 'No campaign is archived.'
          : 'No campaigns yet. Add one for each order of an advertiser, then choose it in the forms of its line items.'}
      </p>
    );
  }
  return (
    <>
      <ul className="rows">
        {campaigns.map((campaign) => (
          <Row key={campaign.id} campaign={campaign} items={figures.get(campaign.id) ?? []} />
        ))}
      </ul>
      {campaigns.length === MAX_CAMPAIGNS && <p className="quiet">{`These are the newest ${MAX_CAMPAIGNS}.`}</p>}
    </>
  );
}

function Row({ campaign, items }: { campaign: CampaignRow; items: readonly ItemFigures[] }) {
  const isBehind = items.some(({ progress, state }) => state === 'Active' && progress?.isBehind);
  const active = items.filter(({ state }) => state === 'Active').length;
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.campaign(campaign.id)} dir="auto">
          {campaign.name}
        </a>
        <p className="row__meta">
          <span dir="auto">{campaign.advertiser}</span>
          <span>{` · ${items.length === 1 ? '1 line item' : `${items.length} line items`}`}</span>
        </p>
        {items.length > 0 && <p className="row__meta">{inWords(items)}</p>}
      </div>
      <div className="row__side">
        {isBehind && <StatusBadge tone="waiting">Behind pace</StatusBadge>}
        <StatusBadge tone={active > 0 ? 'live' : 'quiet'}>{stateOf(items.length, active)}</StatusBadge>
      </div>
    </li>
  );
}

function stateOf(items: number, active: number) {
  if (items === 0) return 'No line items';
  return active > 0 ? 'Active' : 'Not shown';
}

function inWords(items: readonly ItemFigures[]) {
  const { eligible, served, viewable, clicks } = sumOf(items.map(({ total }) => total));
  const written = (count: number) => count.toLocaleString('en');
  return [
    `${written(eligible)} eligible`,
    counted(served, 'impression'),
    `${written(viewable)} viewable (${rateText(viewable, served, 1)})`,
    `${counted(clicks, 'click')} (${rateText(clicks, served, 2)})`,
  ].join(' · ');
}
