// npm test: everything that must be green. Installs what it lacks, runs every level, and ends with the line
// "N passed, N failed" and a matching exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, root, step } from './steps.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
};
// What the machine sets for a running site must not leak into the tests.
for (const name of ['DATABASE_URL', 'DATA_DIR', 'SITE_URL', 'PORT', 'HOST', 'SMTP_URL', 'RATE_LIMITS', 'NODE_ENV'])
  delete env[name];
const totals = { passed: 0, failed: 0 };

await install();
rmSync(join(root, '.test'), { recursive: true, force: true });
mkdirSync(join(root, '.test'), { recursive: true });
env.CHROMIUM = await findChromium();
await build();
check('Types', bin('tsc'), ['--noEmit']);
check('Lint and the architecture’s arrows', bin('oxlint'), ['--deny-warnings']);
check('Code and packages that nobody uses', bin('knip'), ['--no-progress', '--no-config-hints']);
check('Format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
suite({
  title: 'Unit and integration tests, on SQLite and PostgreSQL',
  command: bin('vitest'),
  args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.test/vitest.json'],
  count: countVitest,
});
suite({
  title: 'Browser tests, with and without JavaScript',
  command: bin('playwright'),
  args: ['test'],
  count: countPlaywright,
  more: { NODE_OPTIONS: '--conditions=react-server' },
});

process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed > 0 ? 1 : 0);

function check(title, command, args) {
  const { status, seconds } = run(title, command, args);
  totals[status === 0 ? 'passed' : 'failed'] += 1;
  say(title, status === 0, seconds);
}

function suite({ title, command, args, count, more = {} }) {
  const { status, seconds } = run(title, command, args, more);
  const { passed, failed } = count();
  totals.passed += passed;
  // A runner that fails without a failing test (nothing found, a broken set-up) is a failure too; and one whose tests
  // failed is not believed when it ends well.
  totals.failed += failed === 0 && status !== 0 ? 1 : failed;
  say(title, status === 0 && failed === 0, seconds);
}

function run(title, command, args, more = {}) {
  process.stdout.write(`\n${title}\n`);
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...env, ...more } });
  return { status, seconds: (performance.now() - began) / 1000 };
}

function say(title, isGood, seconds) {
  process.stdout.write(`${title}: ${isGood ? 'good' : 'failed'}, ${seconds.toFixed(1)} s\n`);
}

function countVitest() {
  const report = readReport('.test/vitest.json');
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

function countPlaywright() {
  const stats = readReport('.test/playwright.json')?.stats;
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

function readReport(file) {
  return existsSync(join(root, file)) ? JSON.parse(readFileSync(join(root, file), 'utf8')) : null;
}

async function findChromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = () => known.find((path) => path && existsSync(path)) ?? playwrightsOwn();
  if (!found()) {
    await step('Installing a Chromium for the browser tests', () => {
      const own = spawnSync(bin('playwright'), ['install', 'chromium'], { cwd: root, env });
      if (own.status === 0 && found()) return;
      spawnSync('apt-get', ['update', '-qq'], { env });
      const debian = spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (debian.status !== 0) throw new Error('no Chromium could be installed; set CHROMIUM to the path of one');
    });
  }
  return found();
}

function playwrightsOwn() {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const { stdout } = spawnSync(bin('node'), ['-e', script], { cwd: root, env, encoding: 'utf8' });
  return stdout && existsSync(stdout) ? stdout : undefined;
}
