import { useText } from '#text';
import type { Problem } from '@/lib/import/drafts';

/** A list of items that need attention, with reasons. */
export function Problems({ title, problems }: { title: string; problems: Problem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="import-problems">
        {problems.map(({ where, why }, at) => (
          <li key={at} dir="auto">
            <strong>{t.said(where)}</strong>
            <span>{t.said(why)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
