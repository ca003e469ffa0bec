import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const chromium =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.test/playwright',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
      ],
    },
  },
  // A file says in its name how it is run: *.spec.ts with JavaScript, *.plain.spec.ts without, *.both.spec.ts twice.
  projects: [
    { name: 'script', testIgnore: /\.plain\.spec\.ts$/ },
    { name: 'plain', testMatch: /\.(plain|both)\.spec\.ts$/, use: { javaScriptEnabled: false } },
  ],
});
