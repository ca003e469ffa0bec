import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateFresh } from './migrate-fresh';

/** Migrates one empty database; every test file works on a copy of its own. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-sqlite-'));
  const base = join(folder, 'base.db');
  migrateFresh({ DATA_DIR: folder, DATABASE_URL: `file:${base}` });
  project.provide('sqliteFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    sqliteFolder: string;
    postgresUrl: string;
  }
}
