import { compareArms } from '@/lib/statistics/arm-comparison';
import type { SlotCounts, SlotFigures } from '@/lib/statistics/slot-queries';
import type { LiveLineItem } from '@/lib/slots/queries';
import { shareOf } from '@/lib/statistics/names';
import { CountTable } from './count-table';

type Props = { lineItems: readonly LiveLineItem[]; figures: SlotFigures };

const none: SlotCounts = { eligible: 0, served: 0, viewable: 0, clicks: 0 };

/** The two arms of a slot's test with what their figures say; nothing where there is no test. */
export function ArmComparison({ lineItems, figures: { byContent } }: Props) {
  const armOf = (arm: 'A' | 'B') =>
    lineItems.filter((item) => item.arm === arm).map(({ creative }) => byContent.get(creative?.id ?? '') ?? none);
  const [inA, inB] = [armOf('A'), armOf('B')];
  if (inA.length === 0 || inB.length === 0) return null;
  const arms = { A: sumOf(inA), B: sumOf(inB) };
  return (
    <section className="slot-figures" aria-labelledby="arms">
      <h2 id="arms">A/B test</h2>
      <p className="quiet">
        The present versions of both arms in the last 30 days. Decide beforehand how long the test runs: stopping at the
        first day with a difference finds one by chance.
      </p>
      <CountTable
        title="By arm"
        columns={['Arm', 'Impressions', 'Viewable', 'Clicks']}
        rows={(['A', 'B'] as const).map((arm) => ({ key: arm, name: arm, counts: countsOf(arms[arm]) }))}
        empty="Nothing was counted in the last 30 days."
      />
      {compareArms(arms).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

function countsOf({ served, viewable, clicks }: SlotCounts) {
  return [served, `${viewable.toLocaleString('en')} (${shareOf(viewable, served)})`, clicks];
}

function sumOf(counts: readonly SlotCounts[]): SlotCounts {
  return counts.reduce((sum, each) => ({
    eligible: sum.eligible + each.eligible,
    served: sum.served + each.served,
    viewable: sum.viewable + each.viewable,
    clicks: sum.clicks + each.clicks,
  }));
}
