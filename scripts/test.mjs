// npm test: runs every level and prints "N passed, N failed" with a matching exit code.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { scratchFolder } from './scratch.mjs';
import { build, install, root, step } from './steps.mjs';

const MOST_OF_A_PAGE = 8_000;
const MOST_OF_A_FAILURE = 2_000;
const MOST_OF_AN_INSTALLATION_MS = 180_000;
const HEADLESS = '/usr/bin/chromium-headless-shell';
const bin = (name) => join(root, 'node_modules/.bin', name);
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_COMPILE_CACHE: join(root, '.test/compiled'),
};
// A running site's settings must not leak into the tests.
for (const name of [
  'DATABASE_URL',
  'DATA_DIR',
  'SITE_URL',
  'PORT',
  'HOST',
  'SMTP_URL',
  'RATE_LIMITS',
  'MEMORY',
  'NODE_ENV',
])
  delete env[name];
const totals = { passed: 0, failed: 0 };
const failures = [];

await install();
env.TMPDIR = scratchFolder();
rmSync(join(root, '.test'), { recursive: true, force: true });
mkdirSync(join(root, '.test'), { recursive: true });
env.CHROMIUM = await findChromium();
await build();
await Promise.all([
  check('Types', 'tsc', ['--noEmit']),
  check('Lint and the architecture’s arrows', 'oxlint', ['--deny-warnings']),
  check('Words', 'node', ['scripts/words.mjs']),
  check('The order of the domains', 'node', ['scripts/domain-order.mjs']),
  check('Sizes of functions and files', 'node', ['scripts/sizes.mjs']),
  check('Code and packages that nobody uses', 'knip', ['--no-progress', '--no-config-hints']),
  check('Format', 'prettier', ['--check', '--log-level', 'warn', '.']),
]);
await suite({
  title: 'Unit and integration tests, on SQLite and PostgreSQL',
  command: 'vitest',
  args: ['run', '--reporter=default', '--reporter=json', '--outputFile.json=.test/vitest.json'],
  count: countVitest,
});
await suite({
  title: 'Browser tests, with and without JavaScript',
  command: 'playwright',
  args: ['test'],
  count: countPlaywright,
  more: { NODE_OPTIONS: '--conditions=react-server' },
});

// Named once more, because where only the end of the output is kept it must say what failed.
if (failures.length > 0) process.stdout.write(`\nFailed:\n\n${failures.join('\n\n')}\n\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed > 0 ? 1 : 0);

// Checks run in parallel, so each prints its output at once.
async function check(title, command, args) {
  const { code, said, seconds } = await run(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  totals[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) failures.push(`${title}: exit code ${code}`);
  process.stdout.write(said);
  say(title, code === 0, seconds);
}

async function suite({ title, command, args, count, more = {} }) {
  process.stdout.write(`\n${title}\n`);
  const { code, seconds } = await run(command, args, { stdio: 'inherit', env: { ...env, ...more } });
  const { passed, failed, named } = count();
  totals.passed += passed;
  // A runner may fail without a failing test, or exit with 0 despite one.
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
  failures.push(...named.map((text) => stripVTControlCharacters(text).slice(0, MOST_OF_A_FAILURE)));
  if (code !== 0 && named.length === 0) failures.push(`${title}: exit code ${code}`);
  say(title, code === 0 && failed === 0, seconds);
  if (failed > 0) showPages();
}

// What the browser showed when a test failed: all that is left of it where only the output is kept.
function showPages() {
  const folder = join(root, '.test/playwright');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  for (const file of files.filter((name) => name.endsWith('error-context.md'))) {
    process.stdout.write(`\n${file}\n${readFileSync(join(folder, file), 'utf8').slice(0, MOST_OF_A_PAGE)}\n`);
  }
}

function run(command, args, options) {
  const began = performance.now();
  const child = spawn(bin(command), args, { cwd: root, env, ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said, seconds: (performance.now() - began) / 1000 }));
  });
}

function say(title, isGood, seconds) {
  process.stdout.write(`${title}: ${isGood ? 'good' : 'failed'}, ${seconds.toFixed(1)} s\n`);
}

function countVitest() {
  const report = readReport('.test/vitest.json');
  const files = report?.testResults ?? [];
  const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map((test) => ({ name, ...test })),
  );
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    named: [
      ...broken.map(({ name, message }) => `${relative(root, name)}\n${message}`),
      ...tests.map((test) => `${relative(root, test.name)} › ${test.fullName}\n${test.failureMessages.join('\n')}`),
    ],
  };
}

function countPlaywright() {
  const report = readReport('.test/playwright.json');
  return {
    passed: report?.stats.expected ?? 0,
    failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
    named: (report?.suites ?? []).flatMap((suite) => failedSpecs(suite)),
  };
}

function failedSpecs(suite) {
  const failed = (suite.specs ?? []).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const said = results.flatMap(({ errors }) => errors.map(({ message }) => message));
        return `[${projectName}] ${file} › ${title}\n${said.join('\n')}`;
      }),
  );
  return [...failed, ...(suite.suites ?? []).flatMap((inner) => failedSpecs(inner))];
}

function readReport(file) {
  return existsSync(join(root, file)) ? JSON.parse(readFileSync(join(root, file), 'utf8')) : null;
}

// Without windows a browser takes a fourth less processor time (docs/decisions/034-test-run.md), so that one comes first.
async function findChromium() {
  const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const headless = () => [process.env.CHROMIUM, HEADLESS].find((path) => path && existsSync(path));
  const found = () => headless() ?? whole.find((path) => existsSync(path)) ?? playwrightsOwn();
  if (!headless() && process.getuid?.() === 0) {
    const installed = aptInstall('chromium-headless-shell');
    if (!installed) process.stdout.write('No headless Chromium could be installed: the browser tests take longer.\n');
  }
  if (!found()) {
    await step('Installing a Chromium for the browser tests', () => {
      const own = spawnSync(bin('playwright'), ['install', 'chromium'], { cwd: root, env });
      if (own.status === 0 && found()) return;
      if (!aptInstall('chromium')) throw new Error('no Chromium could be installed; set CHROMIUM to the path of one');
    });
  }
  return found();
}

function aptInstall(name) {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: MOST_OF_AN_INSTALLATION_MS };
  const install = () => spawnSync('apt-get', ['install', '-y', '-qq', '--no-remove', name], options).status === 0;
  return install() || (spawnSync('apt-get', ['update', '-qq'], options).status === 0 && install());
}

function playwrightsOwn() {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const { stdout } = spawnSync(bin('node'), ['-e', script], { cwd: root, env, encoding: 'utf8' });
  return stdout && existsSync(stdout) ? stdout : undefined;
}
