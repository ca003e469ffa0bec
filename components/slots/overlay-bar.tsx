import { paths } from '@/lib/web/paths';

export type MissingSlot = { id: string; name: string; why: string };

type Props = {
  path: string;
  values: { width: number; reader: string; language: string; from: string; at: string; seed: string };
  /** Paths to choose from. */
  pages: readonly string[];
  missing: readonly MissingSlot[];
  refusal: string | null;
};

const widths = [
  { value: 390, label: 'Mobile (390 px)' },
  { value: 820, label: 'Tablet (820 px)' },
  { value: 1_280, label: 'Desktop (1,280 px)' },
];

/** Above a page with its slots explained: which page, for which reader, and what is not on it. */
export function OverlayBar({ path, values, pages, missing, refusal }: Props) {
  const { width } = values;
  const isListed = widths.some(({ value }) => value === width);
  return (
    <aside className="slot-preview-bar slot-overlay-bar" aria-label="Slots on this page">
      <p>
        <span>Slots as a reader gets them. Nothing here is counted. </span>
        <a href={paths.admin.slots()}>All slots</a>
      </p>
      {refusal && <p role="alert">{refusal}</p>}
      <form method="get">
        <label>
          Page <input className="input" name="path" defaultValue={path} list="overlay-pages" />
        </label>
        <datalist id="overlay-pages">
          {pages.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
        <label>
          Window{' '}
          <select className="select" name="width" defaultValue={width}>
            {!isListed && <option value={width}>{`${width.toLocaleString('en')} px`}</option>}
            {widths.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Reader{' '}
          <select className="select" name="reader" defaultValue={values.reader}>
            <option value="signed-out">Not signed in</option>
            <option value="signed-in">Signed in</option>
          </select>
        </label>
        <label>
          Referrer <input className="input" name="from" defaultValue={values.from} placeholder="news.example" />
        </label>
        <label>
          Seed <input className="input" name="seed" defaultValue={values.seed} size={6} />
        </label>
        <button className="button">Show</button>
      </form>
      <MissingList missing={missing} />
    </aside>
  );
}

function MissingList({ missing }: { missing: readonly MissingSlot[] }) {
  if (missing.length === 0) return <p>All slots are on this page.</p>;
  return (
    <details>
      <summary>{`Not on this page: ${missing.length}`}</summary>
      <ul>
        {missing.map(({ id, name, why }) => (
          <li key={id}>
            <a href={paths.admin.slot(id)} dir="auto">
              {name}
            </a>{' '}
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
