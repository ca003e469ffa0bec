import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';

/** The fields of a file by their names without case and marks between words: "publish_date" is "publishdate". */
export type FrontMatter = ReadonlyMap<string, unknown>;

export type MatterFile = { fields: FrontMatter; body: string; bodyLine: number };
type Fault = { line: number; why: string };

/** Bounds the work on hostile files. */
const MAX_LENGTH = 1_000_000;
const MAX_ALIASES = 100;

const yaml = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const toml = /^\+\+\+[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?\+\+\+[ \t]*(?:\r?\n|$)/;
const header = /^(?:[A-Za-z][\w-]{0,30}:[^\n]{0,2000}\r?\n){1,60}(?:\r?\n|$)/;

/** The fields before a text, in YAML, TOML, JSON or lines of a header. Null if there are none; a fault has its line. */
export function readFrontMatter(text: string): MatterFile | { fault: Fault } | null {
  const plain = text.replace(/^\uFEFF/, '').replace(/^(?:[ \t]*\r?\n)+(?=---|\+\+\+)/, '');
  const whole = (yaml.exec(plain) ?? toml.exec(plain))?.[0] ?? jsonBlock(plain) ?? headerOf(plain);
  if (whole === null) return null;
  if (whole.length > MAX_LENGTH) return { fault: { line: 1, why: 'they are longer than a million characters' } };
  const read = fieldsOf(whole);
  if ('fault' in read) return read;
  return { fields: read.fields, body: plain.slice(whole.length), bodyLine: whole.split('\n').length };
}

/** The fields of a file of settings, by its extension. */
export function readFieldsFile(name: string, text: string): Record<string, unknown> {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    if (/\.toml$/i.test(name)) return parseToml(plain);
    const value: unknown = /\.json$/i.test(name) ? JSON.parse(plain) : yamlOf(plain);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function plainName(name: string) {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

function fieldsOf(whole: string): { fields: FrontMatter } | { fault: Fault } {
  try {
    if (whole.startsWith('+++')) return { fields: named(parseToml(toml.exec(whole)?.[1] ?? '')) };
    if (whole.startsWith('{')) return { fields: named(JSON.parse(whole)) };
    if (!whole.startsWith('---')) return { fields: named(linesOf(whole)) };
    return ofYaml(yaml.exec(whole)?.[1] ?? '');
  } catch (error) {
    const line = error instanceof TomlError ? error.line + 1 : 1;
    return { fault: { line, why: firstLine(error instanceof Error ? error.message : '') } };
  }
}

function ofYaml(text: string): { fields: FrontMatter } | { fault: Fault } {
  const document = documentOf(text);
  const [error] = document.errors;
  if (error)
    return {
      fault: { line: (error.linePos?.[0].line ?? 0) + 1, why: firstLine(error.message.replace(/ at line.*/s, '')) },
    };
  return { fields: named(document.toJS({ maxAliasCount: MAX_ALIASES })) };
}

// Dates stay as they are written: whose clock they are by is not known here.
function documentOf(text: string) {
  return parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
}

function yamlOf(text: string): unknown {
  const document = documentOf(text);
  return document.errors.length > 0 ? {} : document.toJS({ maxAliasCount: MAX_ALIASES });
}

function firstLine(message: string) {
  const [line = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
  const said = line.trim().replace(/[.:]$/, '').slice(0, 200);
  // The library for YAML leaves the blank out.
  return said.replace(/^Missing closing (["'])quote$/, 'A closing $1 is missing') || 'they are not well-formed';
}

function named(value: unknown): FrontMatter {
  const fields = new Map<string, unknown>();
  if (!isRecord(value)) return fields;
  for (const [name, one] of Object.entries(value)) {
    if (isRecord(one) && /^(?:taxonomies|extra)$/i.test(name))
      for (const [inner, field] of named(one)) fields.set(inner, field);
    if (!fields.has(plainName(name))) fields.set(plainName(name), one);
  }
  return fields;
}

/** A JSON object at the beginning, to its last brace. */
function jsonBlock(text: string): string | null {
  if (!/^\{\s*"/.test(text)) return null;
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < Math.min(text.length, MAX_LENGTH); at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === '{') depth += 1;
    else if (!isQuoted && sign === '}' && (depth -= 1) === 0) return text.slice(0, at + 1);
  }
  return null;
}

function headerOf(text: string) {
  const found = header.exec(text)?.[0];
  return found && /^(?:title|date):/im.test(found) ? found : null;
}

function linesOf(text: string) {
  return Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const [, name, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name ? [[name, value.trim()]] : [];
    }),
  );
}
