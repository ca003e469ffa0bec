import type { TestProject } from 'vitest/node';
import { migrateFresh } from './migrate-fresh';
import { startPostgres } from './postgres-cluster';

/** Starts a PostgreSQL for all test files and migrates one empty database, the template of every file's own. */
export default async function setup(project: TestProject) {
  const { url, folder, stop } = await startPostgres('base');
  migrateFresh({ DATA_DIR: folder, DATABASE_URL: `${url}/base` });
  project.provide('postgresUrl', url);
  return stop;
}
