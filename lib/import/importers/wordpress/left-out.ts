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

/** Counts what is not imported. */
export class LeftOut {
  readonly #items = new Map<string, { items: number; comments: number }>();
  readonly #fields = new Map<string, number>();
  readonly #taxonomies = new Map<string, number>();
  readonly #comments = new Map<string, number>();

  item(type: string, comments: number) {
    const known = this.#items.get(type) ?? { items: 0, comments: 0 };
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
    const items = [...this.#items].map(([type, counts]) => ({ where: `type ${type}`, why: sentenceOf(type, counts) }));
    const of = (what: string, counts: Map<string, number>, why: (count: number) => string) =>
      [...counts].map(([name, number]) => ({ where: `${what} ${name}`, why: why(number) }));
    return [
      ...items.slice(0, MAX_LINES),
      ...of('comments of the type', this.#comments, (number) => `${number} ${were(number)} not imported.`),
      ...of(
        'taxonomy',
        this.#taxonomies,
        (number) => `It was not imported: ${number} ${number === 1 ? 'entry' : 'entries'} used its terms.`,
      ),
      ...of(
        'custom field',
        this.#fields,
        (number) => `It was not imported: ${number} ${number === 1 ? 'entry' : 'entries'} had it.`,
      ),
    ];
  }
}

function sentenceOf(type: string, { items, comments }: { items: number; comments: number }) {
  const number = `${items} of the type ${type}${comments > 0 ? `, with ${comments} ${comments === 1 ? 'comment' : 'comments'},` : ''}`;
  if (menus.has(type)) return `${number} ${were(items)} not imported: the menu of this site has to be set up by hand.`;
  if (type === 'wp_block')
    return `${number} ${were(items)} not imported as such: a synced pattern stands in the posts that use it.`;
  if (workings.has(type))
    return `${number} ${were(items)} not imported: they are parts of WordPress itself or of its theme.`;
  return `${number} ${were(items)} not imported: --types ${type}=post imports them as posts, --types ${type}=page as pages.`;
}

function were(number: number) {
  return number === 1 ? 'was' : 'were';
}

function count(counts: Map<string, number>, name: string) {
  const known = counts.get(name);
  if (known !== undefined || counts.size < MAX_LINES) counts.set(name, (known ?? 0) + 1);
}
