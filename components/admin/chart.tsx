import { pathThrough } from './chart-path';

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
const HEIGHT = 72;

/** One figure over time. */
export function Chart({ title, unit, points, write, moment, summary, period = 'in the last hour' }: Props) {
  const newest = points.at(-1);
  const top = Math.max(...points.map(({ value }) => value), 0);
  const inWords = newest ? `${write(newest.value)} ${unit}` : 'no data yet';
  return (
    <section className="metric">
      <h2 className="metric__title">{title}</h2>
      <p className="metric__value">{summary ?? inWords}</p>
      <svg className="metric__plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" preserveAspectRatio="none">
        <title>{`${title}: now ${inWords}, max ${write(top)} ${unit} ${period}`}</title>
        <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} className="metric__ground" />
        <path d={pathThrough(points, { width: WIDTH, height: HEIGHT, top })} className="metric__line" />
      </svg>
      <p className="metric__scale">
        <span>{points[0] && <Time {...moment(points[0].at)} />}</span>
        <span>{`max. ${write(top)}`}</span>
        <span>{newest && <Time {...moment(newest.at)} />}</span>
      </p>
    </section>
  );
}

function Time({ iso, text }: Moment) {
  return <time dateTime={iso}>{text}</time>;
}
