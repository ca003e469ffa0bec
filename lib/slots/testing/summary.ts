import { counted } from '@/lib/text/counted';
import { MAX_HOSTS, type TestResult } from './test-result';

/** What a test found; `warns` where readers would notice it. */
export type Line = { words: string; warns: boolean };

/** Every finding of a test as a sentence, also of what did not happen. */
export function describeResult(result: TestResult): Line[] {
  const { focus, scrolls, entries, popups, dialogs, writes } = result;
  return [
    plain(hostsOf(result)),
    plain(weightOf(result)),
    longTasksOf(result),
    shiftOf(result),
    ...sizesOf(result),
    plain(`${writes > 0 ? 'Called' : 'Never called'} document.write${often(writes)}.`),
    { words: focusOf(focus), warns: focus > 0 },
    {
      words: scrolls > 0 ? `Tried to scroll the page${often(scrolls)}.` : 'Never scrolled the page.',
      warns: scrolls > 0,
    },
    { words: entriesOf(entries), warns: entries > 0 },
    { words: popups > 0 ? `Tried to open a window${often(popups)}.` : 'Opened no windows.', warns: popups > 0 },
    { words: dialogs > 0 ? `Tried to open a dialog${often(dialogs)}.` : 'Opened no dialogs.', warns: dialogs > 0 },
    leavesOf(result),
    ...listed('Error', result.errors, 'No errors.'),
    ...listed('Refused', result.refused, 'The content security policy refused nothing.'),
    ...silentOf(result),
  ];
}

/** The same in a few sentences. */
export function summarise(result: TestResult): string {
  const { focus, scrolls, entries, popups, dialogs, writes, errors, refused, leaves } = result;
  const sentences = [
    hostsOf(result),
    weightOf(result),
    writes > 0 && `Called document.write${often(writes)}.`,
    result.longTasks > 0 && longTasksOf(result).words,
    shiftOf(result).warns && shiftOf(result).words,
    focusOf(focus),
    scrolls > 0 && `Tried to scroll the page${often(scrolls)}.`,
    entries > 0 && entriesOf(entries),
    popups > 0 && `Tried to open a window${often(popups)}.`,
    dialogs > 0 && `Tried to open a dialog${often(dialogs)}.`,
    leaves.length > 0 && leavesOf(result).words,
    errors.length > 0 && `${counted(errors.length, 'error')}.`,
    refused.length > 0 && `${counted(refused.length, 'request')} refused by the browser’s policy.`,
    ...silentOf(result).map(({ words }) => words),
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

/** "412 kB", in thousands as browsers count. */
export function formatBytes(bytes: number) {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function plain(words: string): Line {
  return { words, warns: false };
}

function hostsOf({ hosts }: TestResult) {
  if (hosts.length === 0) return 'Asked no other host.';
  const first = hosts.length < MAX_HOSTS ? counted(hosts.length, 'host') : `at least ${MAX_HOSTS} hosts`;
  return `Asked ${first}: ${hosts.join(', ')}.`;
}

function weightOf({ requests, bytes, hidden }: TestResult) {
  if (requests === 0) return 'Requested nothing.';
  if (hidden === 0) return `${formatBytes(bytes)}.`;
  const several = 'of unknown size: their servers do not allow browsers to read it';
  const unknown = hidden === 1 ? 'of unknown size: its server does not allow browsers to read it' : several;
  if (hidden >= requests) return `${counted(requests, 'response')} ${unknown}.`;
  return `${formatBytes(bytes)}, and ${counted(hidden, 'response')} ${unknown}.`;
}

function longTasksOf({ longTasks, longTaskMs }: TestResult): Line {
  if (longTasks === 0) return plain('Never kept the browser busy for long.');
  const words = `Kept the browser busy ${longTasks === 1 ? 'once' : `${longTasks} times`} for more than 50 ms, ${longTaskMs.toLocaleString('en')} ms in all.`;
  return { words, warns: longTaskMs > 200 };
}

function shiftOf({ shift }: TestResult): Line {
  if (shift < 0.005) return plain('Nothing moved inside its frame.');
  return { words: `Moved its own content by ${shift.toFixed(2)} (layout shift).`, warns: shift > 0.1 };
}

function sizesOf({ sizes }: TestResult): Line[] {
  return sizes.map(({ frame, width, height }) => {
    const within = `In a frame ${frame.toLocaleString('en')} pixels wide`;
    if (width === 0 || height === 0) return { words: `${within} it showed nothing.`, warns: true };
    return { words: `${within} it was ${width}\u00a0×\u00a0${height}.`, warns: width > frame };
  });
}

function focusOf(focus: number) {
  return focus > 0 ? `Tried to take the keyboard focus${often(focus)}.` : 'Never took the keyboard focus.';
}

function entriesOf(entries: number) {
  return entries > 0
    ? `Tried to add ${counted(entries, 'entry', 'entries')} to the browser’s history.`
    : 'Added nothing to the browser’s history.';
}

function leavesOf({ leaves }: TestResult): Line {
  if (leaves.length === 0) return plain('Was not seen trying to lead the reader elsewhere.');
  const where = leaves.includes('?') ? 'elsewhere' : `to ${leaves.join(', ')}`;
  return { words: `Tried to lead the reader ${where}; the browser refused it.`, warns: true };
}

function listed(name: string, texts: readonly string[], ifNone: string): Line[] {
  return texts.length === 0 ? [plain(ifNone)] : texts.map((text) => ({ words: `${name}: ${text}`, warns: true }));
}

function silentOf({ silent, sizes }: TestResult): Line[] {
  if (silent === 0) return [];
  const which = sizes.length === 0 ? 'It' : `At ${counted(silent, 'width')} it`;
  return [{ words: `${which} did not answer: it replaced its own page, or kept it too busy.`, warns: true }];
}

function often(times: number) {
  if (times === 0) return '';
  return times === 1 ? ' once' : times === 2 ? ' twice' : ` ${times.toLocaleString('en')} times`;
}
