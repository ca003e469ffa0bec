import { useText } from '#text';
import type { ReactNode } from 'react';
import { ScrollingTable } from '@/components/ui/scrolling-table';

type Row = { key: string; name: ReactNode; counts: readonly (number | string)[] };
type Props = {
  title: string;
  /** What the rows are, and what is counted of them. */
  columns: readonly string[];
  rows: readonly Row[];
  empty: string;
  /** The same as a file. */
  download?: string;
};

/** A table of counts, and a link to the same as CSV. */
export function CountTable({ title, columns, rows, empty, download }: Props) {
  const t = useText();
  const [first, ...others] = columns;
  return (
    <section className="counts">
      <h3 className="counts__title">{title}</h3>
      {rows.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <>
          <ScrollingTable label={title}>
            <thead>
              <tr>
                <th scope="col">{first}</th>
                {others.map((name) => (
                  <th key={name} scope="col" className="counts__number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, counts }) => (
                <tr key={key}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {counts.map((count, column) => (
                    <td key={others[column]} className="counts__number">
                      {typeof count === 'number' ? count.toLocaleString(t.language) : count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
          {download && (
            <p className="counts__download">
              <a href={download} download>
                {t('{title} as CSV', { title })}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
