import type { ChildProcess } from 'node:child_process';
import { AggregatorRegistry, type MetricObject, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import { provideFigures, type Sample } from '@/lib/health/recent-figures';
import { registry } from './recording';
import { nextSample, type Snapshot } from './samples';

/** How often a sample is taken (ms), and how many are kept: an hour. */
const SAMPLE_EVERY = 10_000;
const KEPT = 360;
/** Who has not answered by then is left out of the sum (ms); who has children of its own waits for them first. */
const ANSWER_WITHIN = 1_000;

type Metric = MetricObject | MetricObjectWithValues<MetricValue<string>>;
type Message =
  | { kind: 'measure'; id: number }
  | { kind: 'measured'; id: number; metrics: Metric[][] }
  | { kind: 'figures-wanted'; id: number }
  | { kind: 'figures'; id: number; text: string; samples: Sample[] };
type Figures = { text: string; samples: Sample[] };

const children = new Set<ChildProcess>();
const measuring = new Map<number, (metrics: Metric[][]) => void>();
let collect: () => Promise<Figures> = async () => ({ text: await registry.metrics(), samples: [] });
let lastId = 0;

/** All that is counted in this instance, in the words of Prometheus. */
export async function metricsText() {
  return (await collect()).text;
}

/** From now on a process started by this one is counted with it; it may ask for the figures of all. */
export function collectMetricsOf(child: ChildProcess) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.on('message', (message: Message) => {
    if (message.kind === 'measured') measuring.get(message.id)?.(message.metrics);
    if (message.kind !== 'figures-wanted') return;
    void collect().then((figures) => tell(child, { kind: 'figures', id: message.id, ...figures }));
  });
}

/** For the process that all others were started by: puts together what they count, and remembers an hour. */
export function aggregateMetrics({ withOwn }: { withOwn: boolean }) {
  const samples: Sample[] = [];
  let before: Snapshot | null = null;
  const gather = async () => AggregatorRegistry.aggregate(await measureAll({ withOwn, within: ANSWER_WITHIN * 2 }));
  const look = async () => {
    const [sample, now] = nextSample(await (await gather()).getMetricsAsJSON(), before);
    before = now;
    if (sample) samples.push(sample);
    if (samples.length > KEPT) samples.shift();
  };
  collect = async () => ({ text: await (await gather()).metrics(), samples });
  provideFigures({ recent: async () => samples });
  const timer = setInterval(() => void look().catch(() => {}), SAMPLE_EVERY);
  timer.unref();
  void look().catch(() => {});
}

/** For a process that was started by another one, which hears of its figures and knows those of all. */
export function reportMetrics() {
  const waiting = new Map<number, (figures: Figures) => void>();
  process.on('message', (message: Message) => {
    if (message.kind === 'figures') waiting.get(message.id)?.(message);
    if (message.kind !== 'measure') return;
    void measureAll({ withOwn: true, within: ANSWER_WITHIN }).then((metrics) =>
      tellParent({ kind: 'measured', id: message.id, metrics }),
    );
  });
  collect = () =>
    new Promise((resolve) => {
      const id = ++lastId;
      const done = (figures: Figures) => {
        clearTimeout(deadline);
        waiting.delete(id);
        resolve(figures);
      };
      const deadline = setTimeout(() => done({ text: '', samples: [] }), ANSWER_WITHIN * 4);
      waiting.set(id, done);
      tellParent({ kind: 'figures-wanted', id });
    });
  provideFigures({ recent: async () => (await collect()).samples });
}

async function measureAll({ withOwn, within }: { withOwn: boolean; within: number }): Promise<Metric[][]> {
  const own = withOwn ? [await registry.getMetricsAsJSON()] : [];
  const theirs = await Promise.all([...children].map((child) => measure(child, within)));
  return [...own, ...theirs.flat()];
}

function measure(child: ChildProcess, within: number) {
  return new Promise<Metric[][]>((resolve) => {
    const id = ++lastId;
    const done = (metrics: Metric[][]) => {
      clearTimeout(deadline);
      measuring.delete(id);
      resolve(metrics);
    };
    const deadline = setTimeout(() => done([]), within);
    measuring.set(id, done);
    tell(child, { kind: 'measure', id });
  });
}

function tell(child: ChildProcess, message: Message) {
  if (child.connected) child.send(message, () => {});
}

function tellParent(message: Message) {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
