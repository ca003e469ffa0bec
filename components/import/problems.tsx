import { useText } from '#text';
import type { Problem } from '@/lib/import/drafts';

/** Longer lists are folded. */
const MAX_OPEN = 8;

/** A list of items that need attention, with reasons. */
export function Problems({ title, problems }: { title: string; problems: Problem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {problems.length > MAX_OPEN ? (
        <details className="import-problems-folded">
          <summary>{t('Show all {count}', { count: problems.length })}</summary>
          <List problems={problems} />
        </details>
      ) : (
        <List problems={problems} />
      )}
    </section>
  );
}

function List({ problems }: { problems: Problem[] }) {
  const t = useText();
  return (
    <ul className="import-problems">
      {problems.map(({ where, why }, at) => (
        <li key={at} dir="auto">
          <strong>{t.said(where)}</strong>
          <span>{t.said(why)}</span>
        </li>
      ))}
    </ul>
  );
}
