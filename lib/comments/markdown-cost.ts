// Beyond these limits a comment is shown as plain text: the parser takes quadratic time in some of these counts, so
// hostile text would block the process for seconds. Measured: each limit alone costs less than 50 ms.
const MAX_LINES = 500;
const MAX_EMPHASIS_MARKS = 240;
const MAX_BRACKETS = 100;
const MAX_OPENINGS = 300;
const MAX_BLOCK_MARKS = 400;
const MAX_NESTED_BLOCKS = 24;
const MAX_SPACES = 200;
const MAX_INDENT = 40;

type Counts = { lines: number; emphasis: number; brackets: number; openings: number; blockMarks: number };

export function isCostly(text: string) {
  const counts: Counts = { lines: 0, emphasis: 0, brackets: 0, openings: 0, blockMarks: 0 };
  const spaces = new RegExp(`^[ \\t]{${MAX_INDENT}}|[ \\t]{${MAX_SPACES}}`);
  for (const line of linesOutsideFences(text)) {
    const nested = nestedBlocks(line);
    if (nested > MAX_NESTED_BLOCKS || spaces.test(line)) return true;
    counts.lines += 1;
    counts.blockMarks += Math.max(nested, /^\s*([#`~=-]|\[)/.test(line) ? 1 : 0);
    counts.emphasis += occurrences(line, /[*_~]/g);
    counts.brackets += occurrences(line, /\[/g);
    counts.openings += occurrences(line, /[<`!@&\\]|:\/\/|www\./g);
  }
  return exceeds(counts);
}

function exceeds({ lines, emphasis, brackets, openings, blockMarks }: Counts) {
  return (
    lines > MAX_LINES ||
    emphasis > MAX_EMPHASIS_MARKS ||
    brackets > MAX_BRACKETS ||
    openings > MAX_OPENINGS ||
    blockMarks > MAX_BLOCK_MARKS
  );
}

// Fenced code is copied, not parsed.
function* linesOutsideFences(text: string) {
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const isClosing = fence !== '' && mark.startsWith(fence) && line.trim() === mark;
    if (!fence || isClosing) yield line;
    if (isClosing) fence = '';
    else if (!fence) fence = mark;
  }
}

function nestedBlocks(line: string) {
  const marks = /^(?:[ \t]*(?:>|[*+-](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0] ?? '';
  return occurrences(marks, />|[*+-]|[.)]/g);
}

function occurrences(text: string, pattern: RegExp) {
  return text.match(pattern)?.length ?? 0;
}
