import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { compareArms } from '@/lib/statistics/arm-comparison';
import type { SlotCounts, SlotFigures } from '@/lib/statistics/slot-queries';
import type { LiveLineItem } from '@/lib/slots/queries';
import { shareOf } from '@/lib/statistics/names';
import { CountTable } from './count-table';

type Props = { lineItems: readonly LiveLineItem[]; figures: SlotFigures };

const none: SlotCounts = { eligible: 0, served: 0, viewable: 0, clicks: 0 };

/** The two arms of a slot's test with what their figures say; nothing where there is no test. */
export function ArmComparison({ lineItems, figures: { byContent } }: Props) {
  const t = useText();
  const armOf = (arm: 'A' | 'B') =>
    lineItems.filter((item) => item.arm === arm).map(({ creative }) => byContent.get(creative?.id ?? '') ?? none);
  const [inA, inB] = [armOf('A'), armOf('B')];
  if (inA.length === 0 || inB.length === 0) return null;
  const arms = { A: sumOf(inA), B: sumOf(inB) };
  return (
    <section className="slot-figures" aria-labelledby="arms">
      <h2 id="arms">{t('A/B test')}</h2>
      <p className="quiet">
        {t(
          'The present versions of both arms in the last 30 days. Decide beforehand how long the test runs: stopping at the first day with a difference finds one by chance.',
        )}
      </p>
      <CountTable
        title={t('By arm')}
        columns={[t('Arm'), t('Impressions'), t('Viewable'), t('Clicks')]}
        rows={(['A', 'B'] as const).map((arm) => ({ key: arm, name: arm, counts: countsOf(arms[arm], t) }))}
        empty={t('Nothing was counted in the last 30 days.')}
      />
      {compareArms(arms).map((sentence) => (
        <p key={sentence}>{t.said(sentence)}</p>
      ))}
    </section>
  );
}

function countsOf({ served, viewable, clicks }: SlotCounts, t: Text) {
  return [served, `${viewable.toLocaleString(t.language)} (${shareOf(viewable, served)})`, clicks];
}

function sumOf(counts: readonly SlotCounts[]): SlotCounts {
  return counts.reduce((sum, each) => ({
    eligible: sum.eligible + each.eligible,
    served: sum.served + each.served,
    viewable: sum.viewable + each.viewable,
    clicks: sum.clicks + each.clicks,
  }));
}
