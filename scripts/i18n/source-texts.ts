import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';

type Node = { type: string; start: number; [key: string]: unknown };
type Visited = { node: Node; parents: readonly Node[] };

/** Functions whose first argument is a text of the admin (components/text, lib/i18n/admin/msg.ts, app/(admin)/page-title.ts). */
const writers = new Set(['t', 'msg', 'pageTitle']);
const ofText = new Set(['rich', 'parts']);
/** Attributes whose value is no text for people. */
const technical =
  /^(className|id|href|key|style|rel|type|name|value|htmlFor|role|method|action|encType|autoComplete|inputMode|tone|icon|kind|data-.*|aria-(labelledby|describedby|controls|current|live|haspopup)|accept|sizes|srcSet|src|lang|dir|pattern|d|viewBox|transform|points|popover.*|as|also)$/;
/** Attributes whose value people read, be it a single word in lower case. */
const readByPeople =
  /^(label|title|placeholder|alt|hint|lead|heading|submit|summary|unit|period|question|what|empty|aria-label|aria-description)$/;
const codeCalls =
  /^(require|import|Error|TypeError|RangeError|querySelector|querySelectorAll|closest|matches|getAttribute|setAttribute|addEventListener|removeEventListener|createElement|join|split|startsWith|endsWith|includes|replace|replaceAll|set|get|has|Intl|toLocaleString)$/;

/** The source files below a folder, without tests. */
export function sourcesBelow(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** The files of app and components that the given ones are drawn with, themselves included. */
export function drawnWith(files: readonly string[]) {
  const found = new Set(files);
  for (const file of found) {
    for (const specifier of importsOf(file)) {
      const target = resolved(file, specifier);
      if (target && /^(app|components)\//.test(target)) found.add(target);
    }
  }
  return [...found].toSorted();
}

/** The texts that a file writes with `t`, `t.rich`, `msg` and the like. */
export function textsIn(file: string) {
  return visited(file).flatMap(({ node }) => (isWriter(node) ? literalsOf((node.arguments as Node[])[0]) : []));
}

/** The sentences that a file makes and writes with `t.said`, "{}" for what a template puts in. */
export function saidIn(file: string) {
  return visited(file).flatMap(({ node }) => (isSaying(node) ? literalsOf((node.arguments as Node[])[0]) : []));
}

/** Words for people that a file writes itself, "12: Save"; `codes`: words that are values as well. */
export function bareWordsIn(file: string, codes: ReadonlySet<string>) {
  const source = readFileSync(file, 'utf8');
  return visited(file)
    .filter((visit) => isBare(visit) && !(file.endsWith('.ts') && codes.has(writtenIn(visit.node))))
    .map(({ node }) => `${source.slice(0, node.start).split('\n').length}: ${writtenIn(node).trim()}`);
}

/** Every string of a file, "{}" for what a template puts in. */
export function stringsIn(file: string) {
  return visited(file).flatMap(({ node }) => {
    if (node.type !== 'TemplateLiteral') return isString(node) ? [String(node.value)] : [];
    return [(node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{}')];
  });
}

function isBare({ node, parents }: Visited) {
  const parent = parents.at(-1);
  if (node.type === 'JSXText') return hasWords(String(node.value)) && nameOfElement(parent) !== 'kbd';
  const isTemplate = node.type === 'TemplateLiteral';
  if (!isString(node) && !isTemplate) return false;
  if (parents.some((above) => isCode(above)) || isPlaceOfCode(node, parent)) return false;
  const text = writtenIn(node);
  const attribute = parents.findLast(({ type }) => type === 'JSXAttribute');
  const name = attribute ? String((attribute.name as Node).name) : '';
  if (technical.test(name)) return false;
  if (readByPeople.test(name) && parents.at(-1) === attribute) return hasWords(text) && !/^https?:/.test(text);
  return looksLikeWords(text);
}

function isCode(node: Node) {
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(node.type)) return true;
  if (/^(Import|Export(All|Named))/.test(node.type)) return node.source !== null && node.source !== undefined;
  if (node.type === 'NewExpression' || node.type === 'CallExpression')
    return isWriter(node) || isSaying(node) || isLogging(node) || codeCalls.test(nameOfCall(node));
  return node.type === 'TaggedTemplateExpression';
}

function isPlaceOfCode(node: Node, parent: Node | undefined) {
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator !== '+';
    case 'SwitchCase':
    case 'ExpressionStatement':
      return true;
    case 'Property':
      return parent.key === node || technical.test(String((parent.key as Node).name ?? ''));
    case 'MemberExpression':
      return true;
    default:
      return false;
  }
}

/** A sentence or a label: "Save", "3 posts", "since "; not "button button--primary", "ArrowDown" or "POST". */
function looksLikeWords(text: string) {
  if (/^(Enter|Escape|Tab|Home|End|Backspace|Delete|Shift|Control|Alt|Mod)$/.test(text)) return false;
  if (
    /\b[\w-]+(--|__)[\w-]+\b|^[a-z-]+(\.[a-z-]+)*$|^[/#.?&]|^https?:/.test(text.trim()) &&
    !/\p{Lu}\p{Ll}+ /u.test(text)
  )
    return false;
  return (
    /(^|[^\p{L}])\p{Lu}\p{Ll}+($|[ ,.…:?!’”)])/u.test(text) ||
    /\p{Ll}{2,} \p{Ll}{2,} \p{Ll}/u.test(text) ||
    /^ ?\p{Ll}{3,} $|^ \p{Ll}{2,}/u.test(text)
  );
}

function hasWords(text: string) {
  return /\p{L}{2,}/u.test(text.replace(/&\w+;/g, ''));
}

function writtenIn(node: Node) {
  if (node.type !== 'TemplateLiteral') return String(node.value);
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{}');
}

function isString(node: Node) {
  return node.type === 'Literal' && typeof node.value === 'string';
}

function isWriter(node: Node) {
  if (node.type !== 'CallExpression') return false;
  const callee = node.callee as Node & { name?: string; property?: { name: string }; object?: { name: string } };
  if (callee.type === 'Identifier') return writers.has(callee.name ?? '');
  return callee.object?.name === 't' && ofText.has(callee.property?.name ?? '');
}

function isSaying(node: Node) {
  if (node.type !== 'CallExpression') return false;
  const { object, property } = node.callee as { object?: { name?: string }; property?: { name: string } };
  return object?.name === 't' && property?.name === 'said';
}

function isLogging(node: Node) {
  const { object } = node.callee as { object?: { name?: string } };
  return object?.name === 'log';
}

function literalsOf(node: Node | undefined): string[] {
  if (!node) return [];
  if (isString(node)) return [String(node.value)];
  if (node.type === 'TemplateLiteral') return [writtenIn(node)];
  if (node.type === 'ConditionalExpression')
    return [...literalsOf(node.consequent as Node), ...literalsOf(node.alternate as Node)];
  return [];
}

function nameOfCall(node: Node) {
  const callee = node.callee as { name?: string; property?: { name?: string } };
  return callee.name ?? callee.property?.name ?? '';
}

function nameOfElement(node: Node | undefined) {
  return (node?.openingElement as { name?: { name?: string } } | undefined)?.name?.name ?? '';
}

const parsed = new Map<string, Visited[]>();

function visited(file: string) {
  let known = parsed.get(file);
  if (!known) parsed.set(file, (known = [...visits(programOf(file), [])]));
  return known;
}

function programOf(file: string) {
  return parseSync(file, readFileSync(file, 'utf8')).program as unknown as Node;
}

function* visits(node: Node, parents: readonly Node[]): Generator<Visited> {
  yield { node, parents };
  const within = [...parents, node];
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [node[key]].flat()) if (child) yield* visits(child as Node, within);
  }
}

function importsOf(file: string) {
  return visited(file).flatMap(({ node }) => {
    const source = node.source as { value?: unknown } | null | undefined;
    const isType = node.importKind === 'type' || node.exportKind === 'type';
    return source && typeof source.value === 'string' && !isType ? [source.value] : [];
  });
}

function resolved(file: string, specifier: string) {
  if (!/^(@\/|\.)/.test(specifier)) return null;
  const path = specifier.startsWith('@/') ? specifier.slice(2) : normalize(join(dirname(file), specifier));
  return (
    [path, `${path}.ts`, `${path}.tsx`].find((candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate)) ?? null
  );
}
