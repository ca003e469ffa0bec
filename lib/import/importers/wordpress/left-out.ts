import type { Problem } from '../../drafts';

/** Internal item types of WordPress and themes, not content. */
const workings = new Set([
  'revision',
  'custom_css',
  'customize_changeset',
  'oembed_cache',
  'user_request',
  'wp_template',
  'wp_template_part',
  'wp_global_styles',
  'wp_font_family',
  'wp_font_face',
]);
const menus = new Set(['nav_menu_item', 'wp_navigation']);
const MAX_LINES = 40;
const MAX_NAMES = 200;

/** Counts what is not imported. */
export class LeftOut {
  readonly #items = new Map<string, { items: number; comments: number }>();
  readonly #fields = new Map<string, number>();
  readonly #taxonomies = new Map<string, number>();
  readonly #comments = new Map<string, number>();

  item(type: string, comments: number) {
    const known = this.#items.get(type) ?? { items: 0, comments: 0 };
    if (known.items > 0 || hasRoom(this.#items))
      this.#items.set(type, { items: known.items + 1, comments: known.comments + comments });
  }

  field(name: string) {
    count(this.#fields, name);
  }

  term(taxonomy: string) {
    count(this.#taxonomies, taxonomy);
  }

  comment(type: string) {
    count(this.#comments, type);
  }

  lines(): Problem[] {
    return [
      ...linesOf(this.#items, 'type', sentenceOf),
      ...linesOf(this.#comments, 'comments of the type', (_, number) => `${number} ${were(number)} not imported.`),
      ...linesOf(
        this.#taxonomies,
        'taxonomy',
        (_, number) => `It was not imported: ${entries(number)} used its terms.`,
      ),
      ...linesOf(this.#fields, 'custom field', (_, number) => `It was not imported: ${entries(number)} had it.`),
    ];
  }
}

/** Entries of a type that are not imported, if the type is of a plug-in or theme; null for parts of WordPress itself. */
export function leftOutType(type: string, items: number): Problem | null {
  if (workings.has(type) || menus.has(type) || type === 'wp_block') return null;
  return { where: `type ${type}`, why: sentenceOf(type, { items, comments: 0 }) };
}

/** A line for each of the first, and one that names the others. */
function linesOf<T>(counts: Map<string, T>, what: string, sentence: (name: string, count: T) => string): Problem[] {
  const all = [...counts];
  const lines = all
    .slice(0, MAX_LINES)
    .map(([name, count]) => ({ where: `${what} ${name}`, why: sentence(name, count) }));
  const others = all.slice(MAX_LINES).map(([name]) => name);
  if (others.length === 0) return lines;
  const names = others.slice(0, MAX_NAMES).map((name) => name.slice(0, 100));
  const more = others.length > MAX_NAMES ? ' and more' : '';
  return [...lines, { where: `${what}: others`, why: `These were not imported either: ${names.join(', ')}${more}.` }];
}

function entries(number: number) {
  return number === 1 ? '1 entry' : `${number} entries`;
}

function sentenceOf(type: string, { items, comments }: { items: number; comments: number }) {
  const some = comments === 1 ? 'comment' : 'comments';
  return [
    `${items} of the type ${type} ${were(items)} not imported.`,
    ...(comments > 0 ? [`${comments} ${some} on them ${were(comments)} left out too.`] : []),
    adviceOn(type),
  ].join(' ');
}

function adviceOn(type: string) {
  if (menus.has(type)) return 'The menu of this site has to be set up by hand.';
  if (type === 'wp_block') return 'A synced pattern stands in the posts that use it.';
  if (workings.has(type)) return 'They are parts of WordPress itself or of its theme.';
  return `With --types ${type}=post they are imported as posts, with --types ${type}=page as pages.`;
}

function were(number: number) {
  return number === 1 ? 'was' : 'were';
}

function count(counts: Map<string, number>, name: string) {
  const known = counts.get(name);
  if (known !== undefined || hasRoom(counts)) counts.set(name, (known ?? 0) + 1);
}

// One more than are named shows that there are more.
function hasRoom(counts: Map<string, unknown>) {
  return counts.size <= MAX_LINES + MAX_NAMES;
}
