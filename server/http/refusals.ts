import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RefusalWords } from '@/lib/forms/answer-status';
import { escapeHtml } from '@/lib/html/escaping';
import { directionOf } from '@/lib/web/languages';
import { barePolicy, bareTheme } from './bare-page';
import { securityHeaders } from './security-headers';

export type Refusal = {
  status: number;
  title: string;
  advice: string;
  remedy: string;
  again?: string;
  signIn?: string;
  dashboard?: string;
  typed?: string[];
  /** Of the words; English unless said otherwise. */
  language?: string;
  words?: RefusalWords;
};

const english: RefusalWords = {
  copy: 'Copy from here what you want to keep.',
  typed: 'What you typed',
  signIn: 'Sign in',
  again: 'Open the page again',
  home: 'Go to the home page',
};

/** Drain the body, or the browser reports a broken connection. */
const DRAIN_TIMEOUT_MS = 10_000;
const MAX_DRAIN_BYTES = 64 * 1024 * 1024;

/** A page for browsers, text for Next's scripts, JSON for our own. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, refusal: Refusal) {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { type, body } = formFor(request, refusal);
  for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
  // What another answer wanted to load.
  response.removeHeader('Link');
  const isOver = request.complete || refusal.status === 408;
  response.writeHead(refusal.status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': barePolicy,
    'Cache-Control': 'no-store',
    ...(request.complete ? {} : { Connection: 'close' }),
  });
  if (isOver) response.end(body);
  else drain(request, response, body);
}

// Ending the response would close the connection: the last byte waits for the request's end.
function drain(request: IncomingMessage, response: ServerResponse, body: string) {
  let dropped = 0;
  const finish = () => {
    clearTimeout(deadline);
    response.end();
  };
  const deadline = setTimeout(finish, DRAIN_TIMEOUT_MS);
  response.write(body);
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.byteLength;
    if (dropped > MAX_DRAIN_BYTES) finish();
  });
  request.once('end', finish).once('close', finish).resume();
}

// Next passes on text of exactly this type; ours are ASCII.
function formFor({ headers }: IncomingMessage, refusal: Refusal) {
  const sentence = `${refusal.title} ${refusal.advice}`;
  if (headers['next-action'] !== undefined) return { type: 'text/plain', body: sentence };
  if (headers['content-type']?.startsWith('application/json')) {
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ message: sentence }) };
  }
  return { type: 'text/html; charset=utf-8', body: page(refusal) };
}

function page({ title, advice, remedy, typed = [], language = 'en', words = english, ...ways }: Refusal) {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
${bareTheme}
<style>
  body {
    margin: 18vh auto; max-width: 34rem; padding: 0 1.5rem; overflow-wrap: anywhere;
    background: light-dark(oklch(0.985 0.004 85), oklch(0.19 0.008 70));
    color: light-dark(oklch(0.235 0.012 60), oklch(0.915 0.008 80));
    font: 1.125rem/1.6 'Source Serif 4 Variable', Georgia, serif;
  }
  h1 { font-size: 1.75rem; line-height: 1.2 }
  a { color: light-dark(oklch(0.475 0.15 25), oklch(0.755 0.125 25)) }
  textarea {
    box-sizing: border-box; width: 100%; min-height: 8rem; padding: 0.75rem; font: inherit; color: inherit;
    background: light-dark(oklch(1 0 0), oklch(0.23 0.008 70)); border: 1px solid;
  }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${writeAdvice(advice, remedy)}${typed.map((text) => writeTyped(text, words)).join('')}<p>${writeWays(ways, words)}</p>
</main>
</html>
`;
}

type Way = 'signIn' | 'again' | 'dashboard';

function writeAdvice(...sentences: string[]) {
  const advice = sentences.filter(Boolean).join(' ');
  return advice && `<p>${escapeHtml(advice)}</p>\n`;
}

function writeWays({ signIn, again, dashboard }: Pick<Refusal, Way>, words: RefusalWords) {
  const ways = [
    { to: signIn, label: words.signIn },
    { to: again, label: words.again },
    { to: dashboard, label: 'Go to the dashboard' },
    { to: '/', label: words.home },
  ];
  return ways
    .flatMap(({ to, label }) => (to === undefined ? [] : [`<a href="${escapeHtml(to)}">${escapeHtml(label)}</a>`]))
    .join(' · ');
}

// Browsers drop a textarea's first line break.
function writeTyped(text: string, { typed }: RefusalWords) {
  return `<p><label>${escapeHtml(typed)}<textarea readonly dir="auto">\n${escapeHtml(text)}</textarea></label></p>\n`;
}
