import { axisTicks } from './chart-axis';
import { heightOf, pathThrough } from './chart-path';

type Point = { at: number; value: number };
type Moment = { iso: string; text: string };
type Props = {
  title: string;
  unit: string;
  points: Point[];
  write: (value: number) => string;
  moment: (at: number) => Moment;
  /** What stands above the plot; the newest value unless told. */
  summary?: string;
  period?: string;
};

const WIDTH = 320;
const HEIGHT = 96;
/** More would not be told apart with a pointer. */
const MAX_NAMED = 60;

/** One figure over time, with axes; pointing at a day names its value. */
export function Chart({ title, unit, points, write, moment, summary, period = 'in the last hour' }: Props) {
  const newest = points.at(-1);
  const ticks = axisTicks(points.map(({ value }) => value));
  const area = { width: WIDTH, height: HEIGHT, top: ticks.at(-1) ?? 0 };
  const most = Math.max(...points.map(({ value }) => value), 0);
  const inWords = newest ? `${write(newest.value)} ${unit}` : 'no data yet';
  return (
    <section className="metric">
      <h2 className="metric__title">{title}</h2>
      <p className="metric__value">{summary ?? inWords}</p>
      <div className="metric__area">
        <ol className="metric__axis" aria-hidden>
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{write(tick)}</li>
          ))}
        </ol>
        <svg className="metric__plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" preserveAspectRatio="none">
          <title>{`${title}: now ${inWords}, max ${write(most)} ${unit} ${period}`}</title>
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
    </section>
  );
}

function Named({ points, write, moment }: Pick<Props, 'points' | 'write' | 'moment'>) {
  const width = WIDTH / Math.max(1, points.length);
  return points.map(({ at, value }, index) => (
    <rect key={at} className="metric__point" x={(index * width).toFixed(1)} y={0} width={width} height={HEIGHT}>
      <title>{`${moment(at).text}: ${write(value)}`}</title>
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
