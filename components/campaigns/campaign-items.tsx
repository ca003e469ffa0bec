import { useText } from '#text';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { rateText } from '@/lib/campaigns/counts';
import type { ItemFigures } from '@/lib/campaigns/figures';
import { msg } from '@/lib/i18n/admin/msg';
import { progressSentence } from '@/lib/slots/pacing';
import { paths } from '@/lib/web/paths';

/** Written with `t`. */
const columns = [msg('Eligible'), msg('Impressions'), msg('Viewable'), msg('Rate'), msg('Clicks'), msg('Click rate')];

/** The line items of a campaign with all that was counted of them, and how far their goals are. */
export function CampaignItems({ figures }: { figures: readonly ItemFigures[] }) {
  const t = useText();
  if (figures.length === 0) {
    return <p className="quiet">{t('None yet. Open a slot, add a line item and choose this campaign in its form.')}</p>;
  }
  return (
    <>
      <ScrollingTable label={t('Figures of the line items')}>
        <thead>
          <tr>
            <th scope="col">{t('Line item')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="campaign-number">
                {t(name)}
              </th>
            ))}
            <th scope="col">{t('Goal and pace')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((each) => (
            <Row key={each.item.id} {...each} />
          ))}
        </tbody>
      </ScrollingTable>
      {figures.some(({ isEstimated }) => isEstimated) && (
        <p className="quiet">
          {t('Clicks into pasted code are estimated: the page sees only that the frame was entered.')}
        </p>
      )}
    </>
  );
}

function Row({ item, state, total, progress }: ItemFigures) {
  const t = useText();
  const { eligible, served, viewable, clicks } = total;
  const rate = (part: number, places: 1 | 2) => rateText(part, served, places, t.language);
  const counts = [eligible, served, viewable, rate(viewable, 1), clicks, rate(clicks, 2)];
  return (
    <tr>
      <th scope="row">
        <a href={paths.admin.lineItem(item.slotId, item.id)} dir="auto">
          {item.name}
        </a>
        <br />
        <span className="campaign-place">
          <span dir="auto">{item.slot.name}</span>
          <span>{` · ${t(state)}`}</span>
        </span>
      </th>
      {counts.map((count, index) => (
        <td key={columns[index]} className="campaign-number">
          {typeof count === 'number' ? count.toLocaleString(t.language) : count}
        </td>
      ))}
      <td>{progress ? t.said(progressSentence(progress)) : t('No goal')}</td>
    </tr>
  );
}
