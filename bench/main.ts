// npm run bench: prints figure, limit, ratio, target, and pass or short. --small N --large N set how many posts target 5
// compares (1,000 and 20,000; --full: 100,000), --seconds N how long each run of load lasts, --write keeps the figures.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCachedPage } from './cached-page';
import { measureFirstRenderings, measureFlatCost, measureMemory } from './renderings';
import { measureSecondStart } from './starting';
import { format, type Row } from './table';

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '4' },
    full: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const small = Number(values.small);
const large = values.full ? 100_000 : Number(values.large);

const rows: Row[] = [
  ...(await measureCachedPage(seconds)),
  ...(await measureFirstRenderings(small)),
  ...(await measureFlatCost(small, large)),
  await measureMemory(small),
  await measureSecondStart(),
];
const table = format(rows);
console.log(table);
if (values.write) keep(table);

function keep(table: string) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const file = 'docs/performance.md';
  const text = readFileSync(file, 'utf8');
  const figures = `<!-- figures -->\n\nCommit ${commit}, ${machine}, ${new Date().toISOString().slice(0, 10)}.\n\n${table}\n\n<!-- /figures -->`;
  writeFileSync(
    file,
    text.replace(/<!-- figures -->[\s\S]*<!-- \/figures -->/, () => figures),
  );
}
