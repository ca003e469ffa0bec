import { RE2JS, RE2JSSyntaxException } from 're2js';
import { foldings, wordKeys, type Folded } from './folding';
import { hostOf, strictest, type Rule, type RuleKind, type RuleOutcome } from './rule';

/** In instructions of the compiled program; what `[\p{L}\d]{100}` needs fits in, a hundredfold repetition of a phrase does not. */
const MAX_PATTERN_SIZE = 400;
const FLAGS = RE2JS.CASE_INSENSITIVE;

export type RuleMatch = { rule: Rule; begin: number; end: number };
type Found = { begin: number; end: number };
type Text = { text: string; foldings: [Folded, Folded]; hosts: { host: string; begin: number; end: number }[] };
type Finder = (text: Text) => Found | null;

export type CompiledRules = { rule: Rule; find: Finder }[];

/** Makes rules ready to be matched; each match takes time in proportion to the text, whatever the text is. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  return rules.map((rule) => ({ rule, find: finders[rule.kind](rule.text) }));
}

/** The rules that a text meets, each with the first place. */
export function matchRules(compiled: CompiledRules, text: string): RuleMatch[] {
  if (compiled.length === 0) return [];
  const prepared = { text, foldings: foldings(text), hosts: hostsIn(text) };
  return compiled.flatMap(({ rule, find }) => {
    const found = find(prepared);
    return found ? [{ rule, ...found }] : [];
  });
}

/** What the strictest of these rules does; null without any. */
export function outcomeOf(matches: readonly RuleMatch[]): RuleOutcome | null {
  return strictest(matches.map(({ rule }) => rule.outcome));
}

/** What is wrong with the text of a rule, in a sentence; empty if it can be used. */
export function problemOf({ kind, text }: { kind: RuleKind; text: string }): string {
  if (kind === 'link') return hostOf(text) ? '' : `“${text}” is not a host. Write one such as example.com.`;
  if (kind === 'word') return wordKeys(text)[0].trim() ? '' : 'A word has letters or digits. For signs, use a pattern.';
  return problemOfPattern(text);
}

function problemOfPattern(text: string) {
  try {
    // Without flags first: an error then quotes what was typed.
    RE2JS.compile(text);
    const compiled = RE2JS.compile(text, FLAGS);
    if (compiled.test('')) return 'This pattern matches every comment, even an empty one. Make it require something.';
    const size = compiled.programSize();
    if (size <= MAX_PATTERN_SIZE) return '';
    return `This pattern is too large: its repetitions make ${size} steps, and ${MAX_PATTERN_SIZE} are allowed. Repeat less, or use several rules.`;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const part = error.getPattern() ?? '';
    const at = Math.max(text.indexOf(part), 0) + 1;
    return `This pattern cannot be read: ${error.getDescription()}, at character ${at}, “${part}”.`;
  }
}

const finders: Record<RuleKind, (text: string) => Finder> = {
  word: wordFinder,
  link: linkFinder,
  pattern: patternFinder,
};

function wordFinder(word: string): Finder {
  const keys = wordKeys(word);
  return ({ foldings: all }) => placeOf(all[0], keys[0]) ?? placeOf(all[1], keys[1]);
}

function placeOf({ text, begins, ends }: Folded, key: string): Found | null {
  const at = key.trim() ? text.indexOf(key) : -1;
  if (at === -1) return null;
  const margin = key.startsWith(' ') ? 1 : 0;
  return { begin: begins[at + margin] ?? 0, end: ends[at + key.length - margin - 1] ?? 0 };
}

function linkFinder(text: string): Finder {
  const wanted = hostOf(text);
  return ({ hosts }) => hosts.find(({ host }) => host === wanted || host.endsWith(`.${wanted}`)) ?? null;
}

// `test` runs on an automaton; where it matched is looked for only if it did.
function patternFinder(pattern: string): Finder {
  const compiled = RE2JS.compile(pattern, FLAGS);
  return ({ text }) => {
    if (!compiled.test(text)) return null;
    const matcher = compiled.matcher(text);
    return matcher.find() ? { begin: matcher.start(), end: matcher.end() } : null;
  };
}

function hostsIn(text: string) {
  const written = text.matchAll(/(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu);
  return Array.from(written, ({ 0: name, index }) => ({
    host: URL.parse(`https://${name}`)?.hostname ?? '',
    begin: index,
    end: index + name.length,
  }));
}
