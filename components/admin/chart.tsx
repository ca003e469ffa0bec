import { useText } from '#text';
import { axisTicks } from './chart-axis';
import { heightOf, pathThrough } from './chart-path';

/** Null: nothing was measured then. */
type Point = { at: number; value: number | null };
type Moment = { iso: string; text: string };
type Props = {
  title: string;
  unit: string;
  points: Point[];
  write: (value: number) => string;
  moment: (at: number) => Moment;
  /** What stands above the plot; the newest value unless told. */
  summary?: string;
  /** "in the last hour" unless told. */
  period?: string;
};

const WIDTH = 320;
const HEIGHT = 96;
/** More would not be told apart with a pointer. */
const MAX_NAMED = 60;

/** One figure over time, with axes; pointing at a day names its value. */
export function Chart({ title, unit, points, write, moment, summary, period }: Props) {
  const t = useText();
  const values = points.flatMap(({ value }) => value ?? []);
  const newest = values.at(-1);
  const inUnit = (value: number) => `${write(value)} ${unit}`.trim();
  const inWords = newest === undefined ? t('no data yet') : inUnit(newest);
  const described = t('{title}: now {now}, max {most} {period}', {
    title,
    now: inWords,
    most: inUnit(Math.max(...values, 0)),
    period: period ?? t('in the last hour'),
  });
  return (
    <section className="metric">
      <h2 className="metric__title">{title}</h2>
      <p className="metric__value">{summary ?? inWords}</p>
      {values.length > 0 && <Plot ticks={axisTicks(values)} {...{ points, write, moment, described }} />}
    </section>
  );
}

type PlotProps = Pick<Props, 'points' | 'write' | 'moment'> & { ticks: number[]; described: string };

function Plot({ points, write, moment, ticks, described }: PlotProps) {
  const area = { width: WIDTH, height: HEIGHT, top: ticks.at(-1) ?? 0 };
  return (
    <>
      <div className="metric__area">
        <ol className="metric__axis" aria-hidden>
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{write(tick)}</li>
          ))}
        </ol>
        <svg className="metric__plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" preserveAspectRatio="none">
          <title>{described}</title>
          {ticks.map((tick) => (
            <path key={tick} d={`M0 ${heightOf(tick, area)}H${WIDTH}`} className="metric__ground" />
          ))}
          <path d={pathThrough(points, area)} className="metric__line" />
          {points.length <= MAX_NAMED && <Named {...{ points, write, moment }} />}
        </svg>
      </div>
      <p className="metric__scale">
        {shownMoments(points).map(({ at }) => (
          <Time key={at} {...moment(at)} />
        ))}
      </p>
    </>
  );
}

function Named({ points, write, moment }: Pick<Props, 'points' | 'write' | 'moment'>) {
  const t = useText();
  const width = WIDTH / Math.max(1, points.length);
  return points.map(({ at, value }, index) => (
    <rect key={at} className="metric__point" x={(index * width).toFixed(1)} y={0} width={width} height={HEIGHT}>
      <title>{`${moment(at).text}: ${value === null ? t('not measured') : write(value)}`}</title>
    </rect>
  ));
}

function shownMoments(points: Point[]) {
  const chosen = [0, Math.floor((points.length - 1) / 2), points.length - 1];
  return [...new Set(chosen)].flatMap((index) => points[index] ?? []);
}

function Time({ iso, text }: Moment) {
  return <time dateTime={iso}>{text}</time>;
}
