import { useText } from '#text';
import { isolationNames } from '@/lib/slots/isolation-names';
import type { Size } from '@/lib/slots/placements';
import type { findVersion } from '@/lib/slots/queries';
import { proposalsOf } from '@/lib/slots/testing/proposals';
import { describeResult } from '@/lib/slots/testing/summary';
import type { TestResult } from '@/lib/slots/testing/test-result';
import { shortMoment } from '@/lib/time/site-time';

/** Every finding of a test, and what it suggests. */
export function TestLines({ result, proposals }: { result: TestResult; proposals: readonly string[] }) {
  const t = useText();
  return (
    <ul className="test-lines">
      {proposals.map((proposal) => (
        <li key={proposal} data-tone="warning">
          {t.said(proposal)}
        </li>
      ))}
      {describeResult(result).map(({ words, warns }) => (
        <li key={words} data-tone={warns ? 'warning' : undefined} dir="auto">
          {t.said(words)}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  shown: Pick<NonNullable<Awaited<ReturnType<typeof findVersion>>>, 'code' | 'isolation' | 'test' | 'testedAt'>;
  box: Size;
  timeZone: string;
  hasFrameOrigin: boolean;
};

/** What the test of the present code found. */
export function TestResults({
  shown: { code, isolation, test: result, testedAt },
  box,
  timeZone,
  hasFrameOrigin,
}: Props) {
  const t = useText();
  if (isolation === 'inline') return null;
  return (
    <section className="slot-versions" aria-labelledby="test-results">
      <h2 id="test-results">{t('Test results')}</h2>
      {result && testedAt ? (
        <>
          <p className="quiet">
            {t('Tested: {moment} ({place}). What code says of itself can be made up.', {
              moment: shortMoment(testedAt, { timeZone, language: t.language }),
              place: t(isolationNames[result.isolation]),
            })}
          </p>
          <TestLines result={result} proposals={proposalsOf({ code, isolation, result, box, hasFrameOrigin })} />
        </>
      ) : (
        <p className="quiet">
          {t(
            'This code was not tested yet. “Test this code”, above, runs it in your own browser and shows what it does.',
          )}
        </p>
      )}
    </section>
  );
}
