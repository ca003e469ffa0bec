import { useText } from '#text';
import { describeCoverage, type Coverage } from '@/lib/import/report/coverage-words';

/** How many old addresses of a list work here, and which do not. */
export function CoverageView({ coverage }: { coverage: Coverage }) {
  const t = useText();
  const { missing, moreMissing } = coverage;
  return (
    <section>
      <h2>{t('Old addresses')}</h2>
      <p>{describeCoverage(coverage, t)}</p>
      {missing.length > 0 && (
        <>
          <p>{t('These are not found here:')}</p>
          <ul className="import-problems">
            {missing.map((path) => (
              <li key={path} dir="auto">
                {path}
              </li>
            ))}
          </ul>
          {moreMissing > 0 && <p>{t('{count, number} more of them are not listed.', { count: moreMissing })}</p>}
        </>
      )}
    </section>
  );
}
