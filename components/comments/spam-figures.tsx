import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { precisionOf, recallOf } from '@/lib/comments/spam/model';
import type { SpamModelState } from '@/lib/comments/spam/queries';
import { shortMoment } from '@/lib/time/site-time';

/** How well the spam model does on decisions that it has not seen. */
export function SpamFigures({ model, timeZone }: { model: SpamModelState; timeZone: string }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="spam-figures">
      <header>
        <h2 id="spam-figures">{t('How well it does')}</h2>
        <p>
          {t('Measured on the latest decisions by a model of the earlier ones, {moment}.', {
            moment: shortMoment(model.trainedAt, { timeZone, language: t.language }),
          })}
        </p>
      </header>
      <dl className="spam-figures">
        {figuresOf(model, t).map(([term, figure, what]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <strong>{figure}</strong> <span className="row__meta">{what}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function figuresOf(model: SpamModelState, t: Text) {
  const { decisions, spam, heldBack, wouldHold, rightly, missed } = model;
  return [
    [
      t('Decisions'),
      decisions.toLocaleString(t.language),
      t('{count} of them spam', { count: spam.toLocaleString(t.language) }),
    ],
    [t('Measured on'), heldBack.toLocaleString(t.language), t('of the latest')],
    [
      t('Precision'),
      shareOf(precisionOf(model), t),
      t('{rightly} of the {held} that it would have held were spam', { rightly, held: wouldHold }),
    ],
    [
      t('Recall'),
      shareOf(recallOf(model), t),
      t('of {spam} that were spam, it would have held {rightly}', { spam: rightly + missed, rightly }),
    ],
  ] as const;
}

// Rounded down, so that 97.9 % does not look like enough.
function shareOf(share: number | null, t: Text) {
  return share === null ? t('none yet') : `${(Math.floor(share * 1_000) / 10).toLocaleString(t.language)} %`;
}
