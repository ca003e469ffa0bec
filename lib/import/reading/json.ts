import 'server-only';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../importer';

/** The content of a JSON file that fits into memory; refuses another shape in a sentence. */
export async function readJson<T>({ path, name }: ExportFile, schema: z.ZodType<T>): Promise<T> {
  const found = schema.safeParse(parsed(await readFile(path, 'utf8')));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const place = issue && issue.path.length > 0 ? ` at ${issue.path.join('.').slice(0, 100)}` : '';
  throw new AppError('invalid', `${name} does not have the expected form${place}. Nothing was imported.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
