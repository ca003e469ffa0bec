import type { ImporterOption, OptionValues } from '../../importer';
import type { TermBases } from './list-addresses';
import type { ItemTypes } from './outline';

const typesProblem = 'It must look like recipe=post,event=page.';
const baseProblem = 'It must look like topics or news/topics.';

export const options: readonly ImporterOption[] = [
  {
    flag: '--types <list>',
    name: 'types',
    description: 'also import these post types, e.g. recipe=post,event=page',
    problemWith: (list) => (typesIn(list) ? null : typesProblem),
  },
  {
    flag: '--category-base <word>',
    name: 'categoryBase',
    description: 'prefix of categories in the old URLs; "." for none',
    problemWith: (word) => (baseIn(word) === null ? baseProblem : null),
  },
  {
    flag: '--tag-base <word>',
    name: 'tagBase',
    description: 'the same for tags',
    problemWith: (word) => (baseIn(word) === null ? baseProblem : null),
  },
];

/** Parses the importer's options and fills in defaults. */
export function readOptions({ types, categoryBase, tagBase }: OptionValues): { types: ItemTypes; bases: TermBases } {
  return {
    types: typesIn(types ?? '') ?? new Map(),
    bases: {
      category: categoryBase === undefined ? 'category' : (baseIn(categoryBase) ?? 'category'),
      tag: tagBase === undefined ? 'tag' : (baseIn(tagBase) ?? 'tag'),
    },
  };
}

function typesIn(list: string): ItemTypes | null {
  const types = new Map<string, 'post' | 'page'>();
  for (const part of list.split(',')) {
    const [type = '', as = ''] = part.trim().split('=');
    if (!/^[\w-]{1,40}$/.test(type) || type === 'attachment' || (as !== 'post' && as !== 'page')) return null;
    types.set(type, as);
  }
  return types;
}

/** A base path without slashes; "" for none. */
function baseIn(word: string): string | null {
  const base = word.replace(/^\/+|\/+$/g, '');
  if (base === '.') return '';
  return /^[\p{L}\p{N}_-]{1,80}(?:\/[\p{L}\p{N}_-]{1,80}){0,4}$/u.test(base) ? base : null;
}
