import { useText } from '#text';
import { StatusBadge } from '@/components/admin/status-badge';
import type { Text } from '@/components/text/text';
import { MAX_CAMPAIGNS } from '@/lib/campaigns/campaign';
import { rateText, sumOf } from '@/lib/campaigns/counts';
import type { ItemFigures } from '@/lib/campaigns/figures';
import type { CampaignRow } from '@/lib/campaigns/queries';
import { paths } from '@/lib/web/paths';

type Props = {
  campaigns: readonly CampaignRow[];
  /** By campaign. */
  figures: ReadonlyMap<string, readonly ItemFigures[]>;
  isArchived: boolean;
};

/** Campaigns with what became of them. */
export function CampaignList({ campaigns, figures, isArchived }: Props) {
  const t = useText();
  if (campaigns.length === 0) {
    return (
      <p className="quiet">
        {isArchived
          ? t('No campaign is archived.')
          : t(
              'No campaigns yet. Add one for each order of an advertiser, then choose it in the forms of its line items.',
            )}
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
      {campaigns.length === MAX_CAMPAIGNS && (
        <p className="quiet">{t('These are the newest {count}.', { count: MAX_CAMPAIGNS })}</p>
      )}
    </>
  );
}

function Row({ campaign, items }: { campaign: CampaignRow; items: readonly ItemFigures[] }) {
  const t = useText();
  const isBehind = items.some(
    ({ progress, state }) => state === 'Active' && progress !== null && progress.due !== null,
  );
  const active = items.filter(({ state }) => state === 'Active').length;
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.campaign(campaign.id)} dir="auto">
          {campaign.name}
        </a>
        <p className="row__meta">
          <span dir="auto">{campaign.advertiser}</span>
          <span>{` · ${t('{count, plural, one {# line item} other {# line items}}', { count: items.length })}`}</span>
        </p>
        {items.length > 0 && <p className="row__meta">{inWords(items, t)}</p>}
      </div>
      <div className="row__side">
        {isBehind && <StatusBadge tone="waiting">{t('Behind pace')}</StatusBadge>}
        <StatusBadge tone={active > 0 ? 'live' : 'quiet'}>{stateOf(items.length, active, t)}</StatusBadge>
      </div>
    </li>
  );
}

function stateOf(items: number, active: number, t: Text) {
  if (items === 0) return t('No line items');
  return active > 0 ? t('Active') : t('Not shown');
}

function inWords(items: readonly ItemFigures[], t: Text) {
  const { eligible, served, viewable, clicks } = sumOf(items.map(({ total }) => total));
  const rate = (part: number, places: 1 | 2) => rateText(part, served, places, t.language);
  return [
    t('{count, plural, one {# eligible} other {# eligible}}', { count: eligible }),
    t('{count, plural, one {# impression} other {# impressions}}', { count: served }),
    t('{count, plural, one {# viewable} other {# viewable}} ({rate})', { count: viewable, rate: rate(viewable, 1) }),
    t('{count, plural, one {# click} other {# clicks}} ({rate})', { count: clicks, rate: rate(clicks, 2) }),
  ].join(' · ');
}
