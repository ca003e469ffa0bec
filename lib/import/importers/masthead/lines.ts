import 'server-only';
import type { z } from 'zod';
import type { Problem } from '../../drafts';
import { readJsonLines } from '../../reading/json-lines';
import type { CheckedArchive } from './checked-archive';

/** The lines of a list; one that does not have its form is reported and left out. */
export async function* readLines<T extends z.ZodType>(
  archive: CheckedArchive,
  name: string,
  { form, failed }: { form: T; failed: Problem[] },
): AsyncGenerator<z.output<T>> {
  const file = archive.file(name);
  if (!file) return;
  for await (const { line, value } of readJsonLines(file)) {
    const read = form.safeParse(value);
    if (read.success) yield read.data;
    else failed.push({ where: `${name}, line ${line}`, why: `It does not have the expected form${at(read.error)}.` });
  }
}

function at({ issues }: z.ZodError) {
  const path = issues[0]?.path.join('.');
  return path ? ` at ${path.slice(0, 100)}` : '';
}
