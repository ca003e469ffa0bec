// npm run bench: prints a table of figures with their targets. See `--help`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAgainst } from './against';
import { measureCachedPage, measurePageWithCode } from './cached-page';
import { measureCommentStorm } from './comment-storm';
import { measureCounting } from './counting';
import { withFigures, type Part } from './document';
import { measureImport } from './importing';
import { measureDesk } from './desk';
import { measureFollowing } from './following';
import { measureFreshness } from './freshness';
import { measureOverload } from './overload';
import { measureGrowth } from './growth';
import { measureFirstRenderings, measureFlatCost, measureMemory } from './renderings';
import { measureLayouts, measureReaderPages } from './reader-pages';
import { measureRenewals } from './renewals';
import { measureResident } from './resident';
import { measureSecondStart } from './starting';
import { measureSpamModel } from './spam-model';
import { measureStreams } from './streams';
import { cellsOf, tableOf, type Row } from './table';

const usage = `npm run bench -- [--only NAME,NAME] [--small N] [--large N | --full] [--seconds N] [--write | --json | --against REV]
  --only     what to measure, of the names below; everything unless told
  --small    how many posts the small site has (1,000); --large, how many the large one that target 5 compares with it
             (20,000); --full makes that 100,000
  --seconds  how long each run of load lasts (4)
  --write    puts the tables into docs/performance.md, that of growth apart, and its pictures beside it; with --only, rows
             of other measurements stay
  --json     prints the rows as one line of JSON
  --against  measures this tree and the revision by turns, five times each, and prints the medians and their ratios`;

type Sizes = { small: number; large: number; seconds: number; isCached: boolean };

// In order of execution; each returns rows of the table.
const measurements: Record<string, (sizes: Sizes) => Promise<Row[]>> = {
  'cached-page': ({ seconds }) => measureCachedPage(seconds),
  'page-with-code': ({ seconds }) => measurePageWithCode(seconds),
  'first-renderings': ({ small }) => measureFirstRenderings(small),
  'flat-cost': ({ small, large }) => measureFlatCost(small, large),
  'comment-storm': ({ seconds }) => measureCommentStorm(seconds),
  growth: (sizes) => measureGrowth(sizes),
  memory: ({ small }) => measureMemory(small),
  importing: ({ large }) => measureImport(Math.min(large, 20_000)),
  'reader-pages': () => measureReaderPages(),
  layouts: () => measureLayouts(),
  'second-start': () => measureSecondStart(),
  freshness: () => measureFreshness(),
  overload: ({ seconds }) => measureOverload(seconds),
  counting: ({ seconds }) => measureCounting(seconds),
  streams: () => measureStreams(),
  following: () => measureFollowing(),
  'spam-model': () => measureSpamModel(),
  renewals: () => measureRenewals(),
  resident: () => measureResident(),
  desk: ({ large }) => measureDesk(large),
};

const { names, sizes, isCached, isJson, against } = readOptions();
if (against !== undefined) {
  const rows = await measureAgainst(against, ['--only', names.join(','), ...sizeOptions(sizes)]);
  process.stdout.write(`${tableOf(rows.map(cellsOf))}\n`);
  process.exit(0);
}
const rows: Record<Part, Row[]> = { figures: [], growth: [] };
for (const name of names) {
  process.stderr.write(`${name} … `);
  const began = performance.now();
  rows[partOf(name)].push(...((await measurements[name]?.(sizes)) ?? []));
  process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
if (isJson) process.stdout.write(`${JSON.stringify([...rows.figures, ...rows.growth])}\n`);
for (const part of isJson ? [] : (['figures', 'growth'] as const)) {
  if (rows[part].length === 0) continue;
  const cells = rows[part].toSorted((a, b) => a.target - b.target).map(cellsOf);
  process.stdout.write(`${tableOf(cells)}\n`);
  if (isCached) keep(cells, part);
}

function partOf(name: string): Part {
  return name === 'growth' ? 'growth' : 'figures';
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', default: Object.keys(measurements).join(',') },
        small: { type: 'string', default: '1000' },
        large: { type: 'string', default: '20000' },
        seconds: { type: 'string', default: '4' },
        full: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        against: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return leave(0, '');
    const names = values.only.split(',');
    const unknown = names.find((name) => !(name in measurements));
    if (unknown) return leave(2, `There is nothing called "${unknown}" to measure.`);
    const [small, large, seconds] = [values.small, values.full ? '100000' : values.large, values.seconds].map(Number);
    if (!small || !large || !seconds) return leave(2, '--small, --large and --seconds take a number above 0.');
    const { write: isCached, json: isJson, against } = values;
    return { names, sizes: { small, large, seconds, isCached }, isCached, isJson, against };
  } catch (error) {
    return leave(2, (error as Error).message);
  }
}

function sizeOptions({ small, large, seconds }: Sizes) {
  return Object.entries({ small, large, seconds }).flatMap(([name, size]) => [`--${name}`, String(size)]);
}

function leave(code: number, sentence: string): never {
  const known = `${usage}\n\nWhat can be measured: ${Object.keys(measurements).join(', ')}`;
  if (code === 0) process.stdout.write(`${known}\n`);
  else process.stderr.write(`${sentence} See: npm run bench -- --help\n`);
  process.exit(code);
}

function keep(cells: string[][], part: Part) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const run = `Commit ${commit}, ${machine}, ${new Date().toISOString().slice(0, 10)}.`;
  const isWhole = Object.keys(measurements).every((name) => partOf(name) !== part || names.includes(name));
  const file = 'docs/performance.md';
  writeFileSync(file, withFigures(readFileSync(file, 'utf8'), part, { rows: cells, run, isWhole }));
}
