import type { ChildProcess } from 'node:child_process';
import { AggregatorRegistry, type MetricObject, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import { provideMetrics, type Sample } from '@/lib/health/recent-metrics';
import { Broadcast } from '@/server/cluster/broadcast';
import { registry } from './recording';
import { nextSample, type Snapshot } from './samples';

const SAMPLE_INTERVAL_MS = 10_000;
const MAX_SAMPLES = 360;
/** A late child is left out; one with children waits for them first. */
const TIMEOUT_MS = 1_000;

type Metric = MetricObject | MetricObjectWithValues<MetricValue<string>>;
type Message =
  | { kind: 'measure'; id: number }
  | { kind: 'measured'; id: number; metrics: Metric[][] }
  | { kind: 'metrics-wanted'; id: number }
  | { kind: 'metrics'; id: number; text: string; samples: Sample[] };
type Metrics = { text: string; samples: Sample[] };

const children = new Set<ChildProcess>();
let measurements = new Broadcast<ChildProcess, Metric[][]>({ timeoutMs: TIMEOUT_MS });
let collect: () => Promise<Metrics> = async () => ({ text: await registry.metrics(), samples: [] });

export async function metricsText() {
  return (await collect()).text;
}

/** Includes a child of this process, which may ask for the metrics of all. */
export function collectMetricsOf(child: ChildProcess) {
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    measurements.leave(child);
  });
  child.on('message', (message: Message) => {
    if (message.kind === 'measured') measurements.acknowledge(message.id, child, message.metrics);
    if (message.kind !== 'metrics-wanted') return;
    void collect().then((metrics) => send(child, { kind: 'metrics', id: message.id, ...metrics }));
  });
}

/** In the root process: adds up the metrics of its children and stores an hour of samples. */
export function aggregateMetrics({ withOwn }: { withOwn: boolean }) {
  measurements = new Broadcast({ timeoutMs: TIMEOUT_MS * 2 });
  const samples: Sample[] = [];
  let before: Snapshot | null = null;
  const gather = async () => AggregatorRegistry.aggregate(await measureAll({ withOwn }));
  const sample = async () => {
    const [sample, now] = nextSample(await (await gather()).getMetricsAsJSON(), before);
    before = now;
    if (sample) samples.push(sample);
    if (samples.length > MAX_SAMPLES) samples.shift();
  };
  collect = async () => ({ text: await (await gather()).metrics(), samples });
  provideMetrics({ recent: async () => samples });
  const timer = setInterval(() => void sample().catch(() => {}), SAMPLE_INTERVAL_MS);
  timer.unref();
  void sample().catch(() => {});
}

/** In a child process: answers the parent, and asks it for the metrics of all. */
export function reportMetrics() {
  const questions = new Broadcast<'parent', Metrics>({ timeoutMs: TIMEOUT_MS * 4 });
  process.on('message', (message: Message) => {
    if (message.kind === 'metrics') questions.acknowledge(message.id, 'parent', message);
    if (message.kind !== 'measure') return;
    void measureAll({ withOwn: true }).then((metrics) => sendToParent({ kind: 'measured', id: message.id, metrics }));
  });
  collect = async () => {
    const [metrics] = await questions.send(['parent'], (_, id) => sendToParent({ kind: 'metrics-wanted', id }));
    return metrics ?? { text: '', samples: [] };
  };
  provideMetrics({ recent: async () => (await collect()).samples });
}

async function measureAll({ withOwn }: { withOwn: boolean }): Promise<Metric[][]> {
  const own = withOwn ? [await registry.getMetricsAsJSON()] : [];
  const theirs = await measurements.send(children, (child, id) => send(child, { kind: 'measure', id }));
  return [...own, ...theirs.flat()];
}

function send(child: ChildProcess, message: Message) {
  if (child.connected) child.send(message, () => {});
}

function sendToParent(message: Message) {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
