import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

/** `npm run screenshots`: the pictures of README and docs, taken from the built product with the welcome site in it. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'pictures.ts',
  projects: [{ name: 'pictures' }],
  workers: 1,
  reporter: 'list',
});
