import { escapeHtml } from '@/lib/html/escaping';
import type { MessageKey } from '@/lib/i18n/catalogue';
import { FALLBACK_LANGUAGE } from '@/lib/i18n/languages';
import { translatorOf } from '@/lib/i18n/translator';
import { directionOf } from '@/lib/web/languages';
import { makePage, type CachedPage } from '@/server/cache/page-cache';
import { barePolicy, bareTheme } from './bare-page';
import { securityHeaders } from './security-headers';

const messages = {
  failed: ['failure.failed', 'failure.logged'],
  database: ['failure.database', 'failure.wait'],
  databaseUnsent: ['failure.database', 'failure.unsent'],
  starting: ['failure.starting', 'failure.wait'],
  startingUnsent: ['failure.starting', 'failure.unsent'],
  unknown: ['failure.slow', 'failure.unknown'],
  busy: ['failure.busy', 'failure.later'],
} as const satisfies Record<string, readonly [MessageKey, MessageKey]>;

let language = FALLBACK_LANGUAGE;

/** Takes the language of a page that could be made: an error page asks nothing of what may have failed. */
export function noteLanguage(html: string) {
  language = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1] ?? language;
}

export type ErrorKind = keyof typeof messages;

export function describeError(kind: ErrorKind) {
  return { status: kind === 'failed' ? 500 : 503, message: wordsFor(kind).join(' ') };
}

/** What is over soon, and asks for nothing to be sent again: the page returns by itself. */
const passing: readonly ErrorKind[] = ['database', 'starting'];
const RELOAD_SECONDS = 10;

/** Independent of the rest of the product, which may have failed. */
export function errorPage(kind: ErrorKind): CachedPage {
  const t = translatorOf(language);
  const [title, advice] = wordsFor(kind);
  const reload = passing.includes(kind) ? `<meta http-equiv="refresh" content="${RELOAD_SECONDS}">\n` : '';
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
${reload}<title>${title}</title>
${bareTheme}
<style>
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.75rem; line-height: 1.2 }
</style>
<main>
<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">${t('failure.home')}</a></p>
</main>
</html>
`;
  return makePage({
    key: '',
    status: describeError(kind).status,
    headers: {
      ...securityHeaders(),
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': barePolicy,
      'cache-control': 'no-store',
      'retry-after': '5',
    },
    body: Buffer.from(html),
    tags: [],
    startedAt: 0,
    expiresAt: 0,
  });
}

function wordsFor(kind: ErrorKind) {
  const t = translatorOf(language);
  return messages[kind].map((key) => t(key));
}
