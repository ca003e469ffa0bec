/** Elements whose content is text until their own end tag. */
const textOnly = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp', 'noembed', 'noframes']);
const withoutEnd = new Set(
  'area base br col embed hr img input link meta source track wbr html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt'.split(
    ' ',
  ),
);
const foreign = new Set(['svg', 'math']);

type Tag = { name: string; isEnd: boolean; isSelfClosing: boolean; end: number };
type Scan = { open: Map<string, number>; problems: string[]; depth: number };

/** What of pasted code a browser would read otherwise than it was meant: what is opened and never closed. */
export function findBrokenParts(code: string): string[] {
  const scan: Scan = { open: new Map(), problems: [], depth: 0 };
  let at = 0;
  while (at >= 0 && at < code.length) at = readNext(code, at, scan);
  const unclosed = [...scan.open].filter(([, count]) => count > 0).map(([name]) => `<${name}>`);
  return unclosed.length > 0 ? [...scan.problems, unclosedWords(unclosed)] : scan.problems;
}

/** The place after the next part, or -1 if nothing after it can be read. */
function readNext(code: string, from: number, scan: Scan): number {
  const at = code.indexOf('<', from);
  if (at < 0) return -1;
  if (code.startsWith('<!--', at)) return afterComment(code, at, scan);
  if (!/[a-z]/i.test(code[at + 1] ?? '') && !/^\/[a-z]/i.test(code.slice(at + 1, at + 3))) return at + 1;
  const tag = readTag(code, at);
  if (typeof tag === 'string') {
    scan.problems.push(tag);
    return -1;
  }
  count(tag, scan);
  return !tag.isEnd && textOnly.has(tag.name) && scan.depth === 0 ? afterText(code, tag, scan) : tag.end;
}

function afterComment(code: string, at: number, { problems }: Scan) {
  const end = code.indexOf('-->', at + 2);
  if (end < 0) problems.push('A comment is never closed: --> is missing, and browsers show nothing of what follows.');
  return end < 0 ? -1 : end + 3;
}

function readTag(code: string, at: number): Tag | string {
  const [matched, slash = '', name = ''] = /^<(\/?)([a-z][^\s/>]{0,99})/i.exec(code.slice(at, at + 102)) ?? [''];
  const written = `<${slash}${name}`;
  let next = at + matched.length;
  while (next < code.length && code[next] !== '>') {
    const isValue =
      (code[next] === '"' || code[next] === "'") && /=\s{0,9}$/.test(code.slice(Math.max(at, next - 10), next));
    const end = isValue ? code.indexOf(code[next] ?? '', next + 1) : next;
    if (end < 0 || (isValue && runsOn(code, next, end))) return unclosedValue(written, code[next] ?? '');
    next = end + 1;
  }
  if (next >= code.length) return `The tag ${written} is never closed: > is missing.`;
  return { name: name.toLowerCase(), isEnd: slash !== '', isSelfClosing: code[next - 1] === '/', end: next + 1 };
}

// The quote that closes it opened the value of a later tag.
function runsOn(code: string, start: number, end: number) {
  return /[^\s/>]/.test(code[end + 1] ?? '>') && code[end - 1] === '=' && code.slice(start, end).includes('>');
}

function unclosedValue(tag: string, quote: string) {
  return `A quotation mark (${quote}) is missing in the tag ${tag}: its attribute swallows what follows.`;
}

function count({ name, isEnd, isSelfClosing }: Tag, scan: Scan) {
  if (foreign.has(name) && !isSelfClosing) scan.depth = Math.max(0, scan.depth + (isEnd ? -1 : 1));
  if (withoutEnd.has(name) || textOnly.has(name) || (isSelfClosing && (scan.depth > 0 || foreign.has(name)))) return;
  const before = scan.open.get(name) ?? 0;
  scan.open.set(name, isEnd ? Math.max(0, before - 1) : before + 1);
}

function afterText(code: string, { name, end }: Tag, { problems }: Scan) {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = end;
  const close = pattern.exec(code);
  if (!close) {
    problems.push(`<${name}> is never closed: </${name}> is missing, and all that follows belongs to it.`);
    return -1;
  }
  if (name === 'script' && endsInString(code.slice(end, close.index))) problems.push(scriptInString);
  return close.index;
}

const scriptInString =
  'A script ends inside one of its strings, because browsers end it at the first </script>. Write <\\/script> in strings.';

const skipped = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\\[\s\S]|["'`]|\/|[^\s\\/"'`]+|\s+/g;

function endsInString(script: string) {
  let quote = '';
  let before = '';
  let at = 0;
  while (at < script.length) {
    const step = quote ? stringEnd(script, at, quote) : codeStep(script, at, before);
    if (step.end < 0) return true;
    quote = step.quote;
    if (script.slice(at, step.end).trim()) before = script[step.end - 1] ?? '';
    at = step.end;
  }
  return quote !== '';
}

/** Where a string ends; a line break ends one that is broken already. */
function stringEnd(script: string, from: number, quote: string) {
  for (let at = from; at < script.length; at += 1) {
    if (script[at] === '\\') at += 1;
    else if (script[at] === quote || (quote !== '`' && script[at] === '\n')) return { end: at + 1, quote: '' };
  }
  return { end: -1, quote };
}

/** The next part outside strings, with the quotation mark that it opens. */
function codeStep(script: string, at: number, before: string) {
  skipped.lastIndex = at;
  const [part = script[at] ?? ''] = skipped.exec(script) ?? [];
  if (/^["'`]$/.test(part)) return { end: at + 1, quote: part };
  const isExpression = part === '/' && (before === '' || /[(,=:[!&|?{};]/.test(before));
  return { end: isExpression ? expressionEnd(script, at) : at + part.length, quote: '' };
}

/** Where a regular expression ends, whose quotation marks open no string. */
function expressionEnd(script: string, from: number) {
  let isInClass = false;
  for (let at = from + 1; at < script.length && script[at] !== '\n'; at += 1) {
    if (script[at] === '\\') at += 1;
    else if (script[at] === '[') isInClass = true;
    else if (script[at] === ']') isInClass = false;
    else if (script[at] === '/' && !isInClass) return at + 1;
  }
  return from + 1;
}

function unclosedWords(names: string[]) {
  const shown = names.slice(0, 5).join(', ');
  return names.length === 1 ? `${shown} is opened and never closed.` : `${shown} are opened and never closed.`;
}
