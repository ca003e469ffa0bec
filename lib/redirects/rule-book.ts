import { canonicalPath } from '@/lib/web/canonical-path';
import type { LegacySystems } from './legacy-systems';
import { prefixesOf, withRest } from './redirect';

/** A stored rule with its present target, which a post or a tag may give it. */
export type Rule = { id: string; from: string; to: string; status: number; kind: string };

/** `to` is where a rule leads at once, past other rules that are permanent. */
export type Followed = { to: string } | { problem: string; isGone?: true };

const MAX_HOPS = 5;

/** The rules that a set of addresses may meet. */
export class RuleBook {
  readonly #rules = new Map<string, Rule>();
  readonly #legacy: LegacySystems;

  constructor(legacy: LegacySystems) {
    this.#legacy = legacy;
  }

  put(rule: Rule) {
    this.#rules.set(rule.from, rule);
  }

  remove({ id }: Pick<Rule, 'id'>) {
    for (const rule of this.#rules.values()) if (rule.id === id) this.#rules.delete(rule.from);
  }

  at(from: string): Rule | null {
    return this.#rules.get(from) ?? null;
  }

  /** The sources of rules that may answer a target; none for another site. */
  sourcesOf(to: string): string[] {
    const key = this.#keyOf(to);
    return key === null ? [] : [key, ...prefixesOf(key)];
  }

  /** Follows a rule from target to target; it need not be among those of the book. */
  follow(rule: Rule): Followed {
    const passed = new Set([rule.from]);
    let [at, to] = [rule.to, rule.to];
    let isDirect = true;
    for (let hops = 0; hops <= MAX_HOPS; hops += 1) {
      const key = this.#keyOf(at);
      if (key === null) return { to };
      if (answers(rule, key)) return { problem: circle(key) };
      const next = this.#answering(key);
      if (!next) return { to };
      if (next.status === 410) return { problem: `The target ${key} is marked as gone (410).`, isGone: true };
      if (passed.has(next.from)) return { problem: circle(next.from) };
      passed.add(next.from);
      at = withQueryOf(at, withRest(next.to, next.kind === 'prefix' ? key.slice(next.from.length) : ''));
      // What moved temporarily comes back, and an exact rule says nothing of what is below its source.
      isDirect &&= next.status !== 302 && (rule.kind === 'exact' || next.kind === 'prefix');
      if (isDirect) to = at;
    }
    return { problem: `The redirect would lead over more than ${MAX_HOPS} others.` };
  }

  #answering(key: string): Rule | null {
    const exact = this.#rules.get(key);
    if (exact) return exact;
    const prefix = prefixesOf(key).find((from) => this.#rules.get(from)?.kind === 'prefix');
    return prefix === undefined ? null : this.at(prefix);
  }

  #keyOf(to: string): string | null {
    if (!to.startsWith('/')) return null;
    const { pathname, search } = new URL(to, 'http://localhost');
    return canonicalPath(pathname) + this.#legacy.canonicalQuery(search);
  }
}

/** Whether a rule answers an address, without regard to others. */
function answers({ from, kind }: Rule, key: string) {
  return key === from || (kind === 'prefix' && key.startsWith(`${from}/`));
}

function circle(over: string) {
  return `The redirect would lead in a circle, over ${over}.`;
}

function withQueryOf(before: string, to: string) {
  const extra = /[?#].*$/s.exec(before)?.[0] ?? '';
  return /[?#]/.test(to) ? to : to + extra;
}
