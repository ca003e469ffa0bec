// npm run check: what can be checked within a minute. npm test runs everything.
import { install, run } from './steps.mjs';

const checks = [
  ['Types', 'types'],
  ['Lint', 'lint'],
  ['Unit tests', 'unit'],
];

await install();
const began = performance.now();
const results = await Promise.all(checks.map(([title, script]) => check(title, script)));
process.stdout.write(`${results.every(Boolean) ? 'All good' : 'Failed'}, ${secondsSince(began)} s\n`);
process.exit(results.every(Boolean) ? 0 : 1);

// Checks run in parallel, so each prints its output at once.
async function check(title, script) {
  const start = performance.now();
  const problem = await run('npm', ['run', '--silent', script]).then(
    () => null,
    (error) => error,
  );
  if (problem) process.stdout.write(`${problem.output ?? problem.message}\n`);
  process.stdout.write(`${title}: ${problem ? 'failed' : 'good'}, ${secondsSince(start)} s\n`);
  return problem === null;
}

function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
