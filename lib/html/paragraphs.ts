const blockNames = new Set(
  `address article aside audio blockquote body canvas caption center col colgroup dd details dialog dir div dl dt fieldset
   figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main map menu nav
   noscript object ol optgroup option p param pre search section select style summary svg table tbody td template textarea
   tfoot th thead title tr ul video`.split(/\s+/),
);
const voids = new Set(['hr', 'col', 'param', 'img', 'br', 'source', 'embed']);
/** Elements whose text is only split into paragraphs at blank lines. */
const lineHolders = new Set('li dt dd td th caption figcaption figure summary legend'.split(' '));
/** Elements whose text is never split. */
const phrasing = new Set('p h1 h2 h3 h4 h5 h6'.split(' '));
const verbatim = new Set(
  'pre script style textarea svg ul ol dl menu dir table tbody thead tfoot tr colgroup select object map video audio iframe template'.split(
    ' ',
  ),
);
const raw = new Set(['pre', 'script', 'style', 'textarea']);
/** Longer than any real tag; bounds the work on hostile text. */
const MAX_TAG_LENGTH = 4_000;
const MAX_DEPTH = 500;

type Tag = { start: number; end: number; name: string; isClosing: boolean; isEmpty: boolean };

/** Makes paragraphs of classic-editor text: blank lines separate them, single ones become <br>. */
export function toParagraphs(text: string): string {
  return withRuns(text, wrap);
}

/** Makes paragraphs of top-level text only; markup stays as written. */
export function splitLooseText(text: string): string {
  return withRuns(text, (run, holder) => {
    const parts = holder === undefined ? partsOf(run) : [];
    return parts.length > 1 ? paragraphs(parts) : run;
  });
}

function withRuns(text: string, rewrite: (run: string, holder: string | undefined) => string) {
  const source = text.replace(/\r\n?/g, '\n');
  const open: string[] = [];
  let out = '';
  let run = '';
  let at = 0;
  const flush = () => {
    out += rewrite(run, open.at(-1));
    run = '';
  };
  for (const tag of tagsOf(source)) {
    if (!blockNames.has(tag.name) || isInsideRaw(open, tag.name)) continue;
    run += source.slice(at, tag.start);
    at = tag.end;
    flush();
    out += source.slice(tag.start, tag.end);
    if (tag.isClosing) close(open, tag.name);
    else if (!voids.has(tag.name) && !tag.isEmpty) openOne(open, tag.name);
  }
  run += source.slice(at);
  flush();
  return out;
}

function isInsideRaw(open: string[], name: string) {
  const inner = open.at(-1);
  return inner !== undefined && raw.has(inner) && inner !== name;
}

/** Yields the tags of a text in order, in linear time; comments are skipped. */
function* tagsOf(source: string): Generator<Tag> {
  for (let start = source.indexOf('<'); start >= 0;) {
    const tag = source.startsWith('<!--', start) ? null : readTag(source, start);
    if (tag) yield tag;
    const next = tag?.end ?? (source.startsWith('<!--', start) ? endOfComment(source, start) : start + 1);
    start = source.indexOf('<', next);
  }
}

function readTag(source: string, start: number): Tag | null {
  const name = /^<(\/?)([a-z][a-z0-9:-]{0,30})(?=[\s/>])/i.exec(source.slice(start, start + 34));
  if (!name) return null;
  let quote = '';
  const limit = Math.min(source.length, start + MAX_TAG_LENGTH);
  for (let at = start + name[0].length; at < limit; at += 1) {
    const sign = source[at]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') {
      const isEmpty = source[at - 1] === '/';
      return { start, end: at + 1, name: name[2]!.toLowerCase(), isClosing: name[1] === '/', isEmpty };
    }
  }
  return null;
}

function endOfComment(source: string, start: number) {
  const end = source.indexOf('-->', start);
  return end < 0 ? source.length : end + 3;
}

function openOne(open: string[], name: string) {
  if (open.at(-1) === 'p') open.pop();
  if ((name === 'li' || name === 'dt' || name === 'dd') && open.at(-1) === name) open.pop();
  if (open.length < MAX_DEPTH) open.push(name);
}

function close(open: string[], name: string) {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function wrap(run: string, holder: string | undefined) {
  if (run.trim() === '') return run.includes('\n') ? '\n' : run;
  if (holder && verbatim.has(holder)) return run;
  const filled = partsOf(run).map(withBreaks);
  if (holder && phrasing.has(holder)) return filled.join('<br><br>');
  if (holder && lineHolders.has(holder) && filled.length === 1) return filled[0] ?? '';
  return paragraphs(filled);
}

function partsOf(run: string) {
  const parts = run.split(/\n[ \t]*\n\s*/).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function paragraphs(parts: string[]) {
  return parts.map((part) => `<p>${part}</p>`).join('\n');
}

function withBreaks(part: string) {
  return part.replace(/(?:<br\s*\/?>)?(?<![ \t])[ \t]*\n/gi, '<br>\n');
}
