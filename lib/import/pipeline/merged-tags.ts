import { paths } from '@/lib/web/paths';
import type { Problem, TagDraft } from '../drafts';

type Target = { row: { id: string; slug: string }; wasHere: boolean };
type Group = { terms: TagDraft[]; slug: string; wasHere: boolean };

/** Categories and tags of the old site that became one tag by name. */
export class MergedTags {
  readonly #groups = new Map<string, Group>();

  add(term: TagDraft, { row, wasHere }: Target) {
    const group = this.#groups.get(row.id) ?? { terms: [], slug: row.slug, wasHere: false };
    group.terms.push(term);
    group.wasHere ||= wasHere;
    this.#groups.set(row.id, group);
  }

  *lines(): Generator<Problem> {
    for (const { terms, slug, wasHere } of this.#groups.values()) {
      if (terms.length < 2 && !wasHere) continue;
      const where = terms.map(inWords).join(' and ');
      yield { where, why: reasonFor({ isMerged: terms.length > 1, wasHere }, paths.tag(slug)) };
    }
  }
}

function reasonFor({ isMerged, wasHere }: { isMerged: boolean; wasHere: boolean }, path: string) {
  if (!isMerged) return `A tag of this name was here before, so its posts are in that one too: ${path}.`;
  return wasHere
    ? `They have the same name, so they are one tag here, which was here before: ${path}.`
    : `They have the same name, so they are one tag here: ${path}.`;
}

function inWords({ kind, name, slug }: TagDraft) {
  return `${kind} “${(name || slug).slice(0, 80)}”`;
}
