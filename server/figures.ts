import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type MetricObject, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import { provideFigures, type Sample } from '@/lib/health/figures';
import { registry } from './measuring';
import { nextSample, type Snapshot } from './samples';

/** How often a sample is taken (ms), and how many are kept: an hour. */
const SAMPLE_EVERY = 10_000;
const KEPT = 360;
/** Who has not answered by then is left out of the sum (ms). */
const ANSWER_WITHIN = 2_000;

type Metric = MetricObject | MetricObjectWithValues<MetricValue<string>>;
type Message =
  | { kind: 'measure'; id: number }
  | { kind: 'measured'; id: number; metrics: Metric[] }
  | { kind: 'figures-wanted'; id: number }
  | { kind: 'figures'; id: number; text: string; samples: Sample[] };
type Figures = { text: string; samples: Sample[] };

let collect: () => Promise<Figures> = async () => ({ text: await registry.metrics(), samples: [] });
let lastId = 0;

/** All that is counted in this instance, in the words of Prometheus. */
export async function metricsText() {
  return (await collect()).text;
}

/** For the process that answers alone, or watches over those that do: puts together and remembers an hour. */
export function keepFigures(gather: () => Promise<Metric[][]> = async () => [await registry.getMetricsAsJSON()]) {
  const samples: Sample[] = [];
  let before: Snapshot | null = null;
  const look = async () => {
    const merged = AggregatorRegistry.aggregate(await gather());
    const [sample, now] = nextSample(await merged.getMetricsAsJSON(), before);
    before = now;
    if (sample) samples.push(sample);
    if (samples.length > KEPT) samples.shift();
  };
  collect = async () => ({ text: await AggregatorRegistry.aggregate(await gather()).metrics(), samples });
  provideFigures({ recent: async () => samples });
  const timer = setInterval(() => void look().catch(() => {}), SAMPLE_EVERY);
  timer.unref();
  void look().catch(() => {});
  return () => clearInterval(timer);
}

/** The primary's side: asks its workers, and answers whichever of them is asked. */
export function keepFiguresOfWorkers() {
  const waiting = new Map<number, (metrics: Metric[]) => void>();
  cluster.on('message', (worker, message: Message) => {
    if (message.kind === 'measured') waiting.get(message.id)?.(message.metrics);
    if (message.kind !== 'figures-wanted') return;
    void collect().then((figures) => tell(worker, { kind: 'figures', id: message.id, ...figures }));
  });
  const ask = (worker: Worker) =>
    new Promise<Metric[]>((resolve) => {
      const id = ++lastId;
      const done = (metrics: Metric[]) => {
        clearTimeout(deadline);
        waiting.delete(id);
        resolve(metrics);
      };
      const deadline = setTimeout(() => done([]), ANSWER_WITHIN);
      waiting.set(id, done);
      tell(worker, { kind: 'measure', id });
    });
  return keepFigures(() =>
    Promise.all(Object.values(cluster.workers ?? {}).flatMap((worker) => (worker ? [ask(worker)] : []))),
  );
}

/** The worker's side. */
export function shareFigures() {
  const waiting = new Map<number, (figures: Figures) => void>();
  process.on('message', (message: Message) => {
    if (message.kind === 'figures') waiting.get(message.id)?.(message);
    if (message.kind !== 'measure') return;
    void registry.getMetricsAsJSON().then((metrics) => process.send?.({ kind: 'measured', id: message.id, metrics }));
  });
  collect = () =>
    new Promise((resolve) => {
      const id = ++lastId;
      const done = (figures: Figures) => {
        clearTimeout(deadline);
        waiting.delete(id);
        resolve(figures);
      };
      const deadline = setTimeout(() => done({ text: '', samples: [] }), ANSWER_WITHIN * 2);
      waiting.set(id, done);
      process.send?.({ kind: 'figures-wanted', id } satisfies Message);
    });
  provideFigures({ recent: async () => (await collect()).samples });
}

function tell(worker: Worker, message: Message) {
  if (worker.isConnected()) worker.send(message);
}
