import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AppError } from '@/lib/platform/errors';
import type { ExportFile } from '../../importer';

/** A part of an entry: its name ("BODY", "COMMENT"), the lines of facts it begins with, and its text. */
export type Part = { name: string; facts: ReadonlyMap<string, string>; text: string };

/** An entry with its facts; of a name that is repeated, all values. */
export type MtRecord = { line: number; facts: ReadonlyMap<string, readonly string[]>; parts: readonly Part[] };

/** Limits what is held at a time, against hostile files. */
const MAX_ENTRY_LENGTH = 64 * 1024 * 1024;
const factNames = new Set(['AUTHOR', 'EMAIL', 'IP', 'URL', 'DATE', 'TITLE', 'BLOG NAME']);
const withFacts = new Set(['COMMENT', 'PING']);

/** Reads an export entry by entry: "-----" ends a part, and "--------" an entry. */
export async function* readEntries(file: ExportFile): AsyncGenerator<MtRecord> {
  const lines = createInterface({ input: createReadStream(file.path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let sections: string[][] = [[]];
  let [number, start, length] = [0, 1, 0];
  for await (const raw of lines) {
    number += 1;
    const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    length += line.length;
    if (length > MAX_ENTRY_LENGTH)
      throw new AppError(
        'invalid',
        `${file.label || file.name} has an entry that is larger than 64 MB (line ${start}), which no export of a site does: nothing was imported.`,
      );
    if (line === '--------') {
      yield* entryOf(sections, start);
      sections = [[]];
      [start, length] = [number + 1, 0];
    } else if (line === '-----') sections.push([]);
    else sections.at(-1)!.push(line);
  }
  yield* entryOf(sections, start);
}

function* entryOf([head = [], ...rest]: string[][], line: number): Generator<MtRecord> {
  const facts = new Map<string, string[]>();
  for (const one of head) {
    const [, name, value = ''] = /^([A-Z][A-Z ]{0,40}):\s?(.*)$/.exec(one) ?? [];
    if (name) facts.set(name, [...(facts.get(name) ?? []), value.trim()]);
  }
  if (facts.size > 0) yield { line, facts, parts: rest.flatMap((lines) => partOf(lines) ?? []) };
}

function partOf([first = '', ...lines]: string[]): Part | null {
  const name = /^([A-Z][A-Z ]{0,40}):\s*$/.exec(first)?.[1];
  if (!name) return null;
  const facts = new Map<string, string>();
  let at = 0;
  for (; withFacts.has(name) && at < lines.length; at += 1) {
    const [, fact = '', value = ''] = /^([A-Z][A-Z ]{0,40}):\s?(.*)$/.exec(lines[at]!) ?? [];
    // A text may begin with what looks like one.
    if (!factNames.has(fact) || facts.has(fact)) break;
    facts.set(fact, value.trim());
  }
  return { name, facts, text: lines.slice(at).join('\n').trim() };
}
