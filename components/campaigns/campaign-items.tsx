import { ScrollingTable } from '@/components/ui/scrolling-table';
import { rateText } from '@/lib/campaigns/counts';
import type { ItemFigures } from '@/lib/campaigns/figures';
import { paths } from '@/lib/web/paths';

const columns = ['Eligible', 'Impressions', 'Viewable', 'Rate', 'Clicks', 'Click rate'];

/** The line items of a campaign with all that was counted of them, and how far their goals are. */
export function CampaignItems({ figures }: { figures: readonly ItemFigures[] }) {
  if (figures.length === 0) {
    return <p className="quiet">None yet. Open a slot, add a line item and choose this campaign in its form.</p>;
  }
  return (
    <>
      <ScrollingTable label="Figures of the line items">
        <thead>
          <tr>
            <th scope="col">Line item</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="campaign-number">
                {name}
              </th>
            ))}
            <th scope="col">Goal and pace</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((each) => (
            <Row key={each.item.id} {...each} />
          ))}
        </tbody>
      </ScrollingTable>
      {figures.some(({ isEstimated }) => isEstimated) && (
        <p className="quiet">Clicks into pasted code are estimated: the page sees only that the frame was entered.</p>
      )}
    </>
  );
}

function Row({ item, state, total, progress }: ItemFigures) {
  const { eligible, served, viewable, clicks } = total;
  const counts = [eligible, served, viewable, rateText(viewable, served, 1), clicks, rateText(clicks, served, 2)];
  return (
    <tr>
      <th scope="row">
        <a href={paths.admin.lineItem(item.slotId, item.id)} dir="auto">
          {item.name}
        </a>
        <br />
        <span className="campaign-place">
          <span dir="auto">{item.slot.name}</span>
          <span>{` · ${state}`}</span>
        </span>
      </th>
      {counts.map((count, index) => (
        <td key={columns[index]} className="campaign-number">
          {typeof count === 'number' ? count.toLocaleString('en') : count}
        </td>
      ))}
      <td>{progress?.sentence ?? 'No goal'}</td>
    </tr>
  );
}
