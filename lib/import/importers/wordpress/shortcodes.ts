export type Shortcode = { name: string; attributes: Record<string, string>; content: string | null; raw: string };

/** Returns the replacement HTML, or null to leave the shortcode visible. */
export type ShortcodeWriter = (code: Shortcode) => string | null;

const opening = /\[(\[?)(\/?)([a-z][\w-]{0,40})((?:\s+[^[\]]{0,4000}?|=[^[\]]{0,1000}?)?)\s*(\/?)\](\]?)/gi;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|'([^']*)'|(\S+)/g;
const protectedOpening = /<(pre|code|script|style|textarea)\b|<!--/gi;

/** Replaces known shortcodes. Those in <pre> or <code> stay; [[name]] is an escaped "[name]". */
export function replaceShortcodes(text: string, write: ShortcodeWriter): string {
  let out = '';
  let at = 0;
  for (const { start, end } of protectedIn(text)) {
    out += replaceIn(text.slice(at, start), write) + text.slice(start, end);
    at = end;
  }
  return out + replaceIn(text.slice(at), write);
}

// Each missing end tag is searched once, so time is linear.
function* protectedIn(text: string) {
  const endless = new Set<string>();
  const opening = new RegExp(protectedOpening);
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (endless.has(name)) continue;
    const closing = new RegExp(name ? `</${name}>` : '-->', 'gi');
    closing.lastIndex = opening.lastIndex;
    if (closing.test(text)) {
      yield { start: match.index, end: closing.lastIndex };
      opening.lastIndex = closing.lastIndex;
    } else endless.add(name);
  }
}

function replaceIn(text: string, write: ShortcodeWriter) {
  let out = '';
  let at = 0;
  const occurrences = new OccurrenceFinder(text);
  const shells = plainShellsOf(text);
  for (const match of text.matchAll(opening)) {
    if (match.index < at) continue;
    const [raw, escapedStart, isClosing, name = '', attributes = '', , escapedEnd] = match;
    out += text.slice(at, match.index);
    at = match.index + raw.length;
    if (escapedStart && escapedEnd) {
      out += raw.slice(1, -1);
      continue;
    }
    if (shell.test(name) || shells.has(name.toLowerCase())) {
      out += '\n\n';
      continue;
    }
    const start = match.index + (escapedStart ? 1 : 0);
    const end = at - (escapedEnd ? 1 : 0);
    const code = isClosing ? null : wholeCode(text, { name, attributes, start, end, occurrences });
    const html = code && write(code);
    if (code && html !== null) {
      out += (escapedStart ? '[' : '') + html;
      at = start + code.raw.length;
    } else {
      out += raw;
    }
  }
  return out + text.slice(at);
}

type Found = { name: string; attributes: string; start: number; end: number; occurrences: OccurrenceFinder };

function wholeCode(text: string, { name, attributes, start, end, occurrences }: Found): Shortcode {
  const closing = `[/${name}]`;
  const close = occurrences.next(closing, end);
  const again = close < 0 ? -1 : occurrences.next(`[${name}`, end);
  const hasContent = close >= 0 && (again < 0 || again > close);
  return {
    name: name.toLowerCase(),
    attributes: readAttributes(attributes),
    content: hasContent ? text.slice(end, close) : null,
    raw: text.slice(start, hasContent ? close + closing.length : end),
  };
}

/** Finds the next occurrence. Queried left to right, it scans the text once per term. */
class OccurrenceFinder {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  next(wanted: string, from: number) {
    const known = this.#found.get(wanted);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const location = this.#text.indexOf(wanted, from);
    this.#found.set(wanted, location);
    return location;
  }
}

const codeOpening =
  /\[(code|sourcecode|source|php|css|html|javascript|js|python|ruby|bash|sql|xml|java)\b([^\]\n]{0,300})\]/gi;

/** Replaces code shortcodes first: their content is neither HTML nor shortcodes. */
export function replaceListings(text: string, write: (listing: { language: string; content: string }) => string) {
  const occurrences = new OccurrenceFinder(text);
  let out = '';
  let at = 0;
  for (const match of text.matchAll(codeOpening)) {
    const [raw, name = '', given = ''] = match;
    const start = match.index + raw.length;
    const closing = `[/${name}]`;
    const close = match.index < at || text[match.index - 1] === '[' ? -1 : occurrences.next(closing, start);
    if (close < 0) continue;
    const { language, lang } = readAttributes(given);
    const isGeneral = /^(?:code|source|sourcecode)$/i.test(name);
    const content = text.slice(start, close);
    out += text.slice(at, match.index) + write({ language: language ?? lang ?? (isGeneral ? '' : name), content });
    at = close + closing.length;
  }
  return out + text.slice(at);
}

/** Layout shortcodes of page builders and themes, without content. */
const shell =
  /^(?:vc_(?:row|row_inner|column|column_inner|column_text|section)|et_pb_(?:section|row|row_inner|column|column_inner|text)|fusion_(?:builder_container|builder_row|builder_row_inner|builder_column|builder_column_inner|text)|av_(?:section|one_full|one_half|one_third|two_third|one_fourth|three_fourth|textblock)|su_(?:row|column|box|note)|(?:one|two|three|four|five)_(?:half|third|fourth|fifth|sixth|full)(?:_last)?)$/i;
/** Layout shortcodes only if closed: otherwise the word in brackets is text. */
const plainShells = ['row', 'column', 'columns', 'col', 'section', 'container'];

function plainShellsOf(text: string) {
  return new Set(plainShells.filter((name) => text.includes(`[/${name}]`)));
}

/** Attributes by name; positional ones by index: "0", "1" … */
export function readAttributes(text: string) {
  const read: Record<string, string> = {};
  let location = 0;
  const plain = text.replace(/^=/, '').replaceAll('&quot;', '"').replaceAll('&#8221;', '"').replaceAll('&#8243;', '"');
  for (const match of plain.matchAll(attribute)) {
    const [, name, double, single, bare, double2, single2, word] = match;
    if (name) read[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else read[String(location++)] = double2 ?? single2 ?? word ?? '';
  }
  return read;
}
