export type Shortcode = { name: string; attributes: Record<string, string>; content: string | null; raw: string };

/** Answers with the HTML that stands for a shortcode, or null to leave it visible. */
export type ShortcodeWriter = (code: Shortcode) => string | null;

const opening = /\[(\[?)(\/?)([a-z][\w-]{0,40})((?:\s+[^[\]]{0,4000}?|=[^[\]]{0,1000}?)?)\s*(\/?)\](\]?)/gi;
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|'([^']*)'|(\S+)/g;
const protectedText = /<(pre|code|script|style|textarea)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi;

/**
 * Replaces the shortcodes that `write` knows. What stands in <pre> or <code> is about shortcodes and stays; [[name]] is
 * how WordPress writes "[name]" as text.
 */
export function replaceShortcodes(text: string, write: ShortcodeWriter): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(protectedText)) {
    out += replaceIn(text.slice(at, match.index), write) + match[0];
    at = match.index + match[0].length;
  }
  return out + replaceIn(text.slice(at), write);
}

function replaceIn(text: string, write: ShortcodeWriter) {
  let out = '';
  let at = 0;
  opening.lastIndex = 0;
  for (const match of text.matchAll(opening)) {
    if (match.index < at) continue;
    const [raw, escapedStart, isClosing, name = '', attributes = '', , escapedEnd] = match;
    out += text.slice(at, match.index);
    at = match.index + raw.length;
    if (escapedStart && escapedEnd) {
      out += raw.slice(1, -1);
      continue;
    }
    const start = match.index + (escapedStart ? 1 : 0);
    const end = at - (escapedEnd ? 1 : 0);
    const code = isClosing ? null : wholeCode(text, { name, attributes, start, end });
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

type Found = { name: string; attributes: string; start: number; end: number };

function wholeCode(text: string, { name, attributes, start, end }: Found): Shortcode {
  const closing = `[/${name}]`;
  const close = text.indexOf(closing, end);
  const again = close < 0 ? -1 : text.indexOf(`[${name}`, end);
  const hasContent = close >= 0 && (again < 0 || again > close);
  return {
    name: name.toLowerCase(),
    attributes: readAttributes(attributes),
    content: hasContent ? text.slice(end, close) : null,
    raw: text.slice(start, hasContent ? close + closing.length : end),
  };
}

/** Named attributes by name; others by their place: "0", "1" … */
export function readAttributes(text: string) {
  const read: Record<string, string> = {};
  let place = 0;
  const plain = text.replace(/^=/, '').replaceAll('&quot;', '"').replaceAll('&#8221;', '"').replaceAll('&#8243;', '"');
  for (const match of plain.matchAll(attribute)) {
    const [, name, double, single, bare, double2, single2, word] = match;
    if (name) read[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else read[String(place++)] = double2 ?? single2 ?? word ?? '';
  }
  return read;
}
