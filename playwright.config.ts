import { existsSync } from 'node:fs';
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
  // A process for a page that may come: every test ends before one does.
  'SpareRendererForSitePerProcess',
];

/** A project each: the address of a cluster is that of its process. */
const onPostgres = ['comments', 'reading', 'set-up'];

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
      // Readers' browsers block what no click opens.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
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
  // By file name: *.spec.ts with JavaScript, *.plain.spec.ts without, *.both.spec.ts twice.
  projects: [
    { name: 'script', testIgnore: '**/*.plain.spec.ts', use: { javaScriptEnabled: true } },
    { name: 'plain', testMatch: '**/*.{both,plain}.spec.ts', use: { javaScriptEnabled: false } },
    ...onPostgres.map((name) => ({
      name: `postgres ${name}`,
      testMatch: `**/${name}.both.spec.ts`,
      use: { javaScriptEnabled: false, database: 'postgresql' as const },
    })),
  ],
});
