import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
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
  { value: 390, label: msg('Mobile (390 px)') },
  { value: 820, label: msg('Tablet (820 px)') },
  { value: 1_280, label: msg('Desktop (1,280 px)') },
];

/** Above a page with its slots explained: which page, for which reader, and what is not on it. */
export function OverlayBar({ path, values, pages, missing, refusal }: Props) {
  const t = useText();
  const { width } = values;
  const isListed = widths.some(({ value }) => value === width);
  return (
    <aside
      className="slot-preview-bar slot-overlay-bar"
      aria-label={t('Slots on this page')}
      lang={t.language}
      dir="ltr"
    >
      <p>
        <span>{t('Slots as a reader gets them. Nothing here is counted.')}</span>{' '}
        <a href={paths.admin.slots()}>{t('All slots')}</a>
      </p>
      {refusal && <p role="alert">{refusal}</p>}
      <form method="get">
        <label>
          <span>{t('Page')}</span> <input className="input" name="path" defaultValue={path} list="overlay-pages" />
        </label>
        <datalist id="overlay-pages">
          {pages.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
        <label>
          <span>{t('Window')}</span>{' '}
          <select className="select" name="width" defaultValue={width}>
            {!isListed && <option value={width}>{`${width.toLocaleString(t.language)} px`}</option>}
            {widths.map(({ value, label }) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('Reader')}</span>{' '}
          <select className="select" name="reader" defaultValue={values.reader}>
            <option value="signed-out">{t('Not signed in')}</option>
            <option value="signed-in">{t('Signed in')}</option>
          </select>
        </label>
        <label>
          <span>{t('Referrer')}</span> <input className="input" name="from" defaultValue={values.from} />
        </label>
        <label>
          <span>{t('Seed')}</span> <input className="input" name="seed" defaultValue={values.seed} size={6} />
        </label>
        <button className="button">{t('Show')}</button>
      </form>
      <MissingList missing={missing} />
    </aside>
  );
}

function MissingList({ missing }: { missing: readonly MissingSlot[] }) {
  const t = useText();
  if (missing.length === 0) return <p>{t('All slots are on this page.')}</p>;
  return (
    <details>
      <summary>{t('Not on this page: {count}', { count: missing.length })}</summary>
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
