import { precisionOf, recallOf } from '@/lib/comments/spam/model';
import type { SpamModelState } from '@/lib/comments/spam/queries';
import { shortMoment } from '@/lib/time/site-time';

/** How well the spam model does on decisions that it has not seen. */
export function SpamFigures({ model, timeZone }: { model: SpamModelState; timeZone: string }) {
  return (
    <section className="section" aria-labelledby="spam-figures">
      <header>
        <h2 id="spam-figures">How well it does</h2>
        <p>{`Measured on the latest decisions by a model of the earlier ones, ${shortMoment(model.trainedAt, { timeZone })}.`}</p>
      </header>
      <dl className="spam-figures">
        {figuresOf(model).map(([term, figure, what]) => (
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

function figuresOf(model: SpamModelState) {
  const { decisions, spam, heldBack, wouldHold, rightly, missed } = model;
  return [
    ['Decisions', decisions.toLocaleString('en'), `${spam.toLocaleString('en')} of them spam`],
    ['Measured on', heldBack.toLocaleString('en'), 'of the latest'],
    ['Precision', shareOf(precisionOf(model)), `${rightly} of the ${wouldHold} that it would have held were spam`],
    ['Recall', shareOf(recallOf(model)), `of ${rightly + missed} that were spam, it would have held ${rightly}`],
  ] as const;
}

// Rounded down, so that 97.9 % does not look like enough.
function shareOf(share: number | null) {
  return share === null ? 'none yet' : `${(Math.floor(share * 1_000) / 10).toLocaleString('en')} %`;
}
