import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { scratchFolder } from './scripts/scratch.mjs';
import type { Options } from './tests/e2e/site';

process.env.TMPDIR ??= scratchFolder();

const chromium =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

// Chromium obeys only the last list of this switch, so those that Playwright 1.65 turns off come first here again.
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Suggestions below the address bar: two hidden pages for each window, a quarter of the processor time of these tests.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

const onPostgres = ['comments.both', 'reading.both', 'set-up.both'];

export default defineConfig<object, Options>({
  testDir: 'tests/e2e',
  // A whole path, because the screenshots have their configuration elsewhere.
  globalSetup: join(import.meta.dirname, 'tests/e2e/template.ts'),
  outputDir: '.test/playwright',
  fullyParallel: false,
  // One more than the cores of a small machine: of three, one waits for the network, a disk or a timer.
  workers: 3,
  retries: 0,
  // What is waited for comes sooner: these end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '.test/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    trace: 'off',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${FEATURES_OFF.join(',')}`,
      ],
    },
  },
  projects: readdirSync(join(import.meta.dirname, 'tests/e2e'))
    .filter((file) => file.endsWith('.spec.ts'))
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
    .flatMap((file) => modesOf(file).map((mode) => project(file, mode))),
});

function sizeOf(file: string) {
  return statSync(join(import.meta.dirname, 'tests/e2e', file)).size;
}

// By file name: *.spec.ts with JavaScript, *.plain.spec.ts without, *.both.spec.ts twice.
function modesOf(file: string) {
  const modes = file.endsWith('.plain.spec.ts')
    ? ['plain']
    : file.endsWith('.both.spec.ts')
      ? ['script', 'plain']
      : ['script'];
  return onPostgres.includes(file.replace('.spec.ts', '')) ? [...modes, 'postgres'] : modes;
}

// A project per file, so that each gets its own site and database.
function project(file: string, mode: string) {
  return {
    name: `${mode} ${file.split('.')[0]}`,
    testMatch: `**/${file}`,
    use: {
      javaScriptEnabled: mode === 'script',
      database: mode === 'postgres' ? ('postgresql' as const) : ('sqlite' as const),
    },
  };
}
