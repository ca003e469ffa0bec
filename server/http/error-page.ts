import { makePage, type CachedPage } from '@/server/cache/page-cache';
import { barePolicy, bareTheme } from './bare-page';
import { securityHeaders } from './security-headers';

const messages = {
  failed: ['Something went wrong on our side.', 'The error was logged. Please try again in a moment.'],
  database: ['The database cannot be reached at the moment.', 'This page will be back in a moment. Please try again.'],
  databaseUnsent: [
    'The database cannot be reached at the moment.',
    'What you sent could not be saved. Reload this page in a moment, and your browser will send it again.',
  ],
  starting: ['This site is starting again.', 'This page will be back in a moment. Please try again.'],
  startingUnsent: [
    'This site is starting again.',
    'What you sent could not be saved. Reload this page in a moment, and your browser will send it again.',
  ],
  unknown: [
    'This took too long on our side.',
    'What you sent may or may not have been saved. Please go back, check, and send it again if it is missing.',
  ],
  busy: ['The site is very busy at the moment.', 'This page will be available in a moment. Please try again.'],
} as const;

export type ErrorKind = keyof typeof messages;

export function describeError(kind: ErrorKind) {
  return { status: kind === 'failed' ? 500 : 503, message: messages[kind].join(' ') };
}

/** Independent of the rest of the product, which may have failed. */
export function errorPage(kind: ErrorKind): CachedPage {
  const [title, advice] = messages[kind];
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
${bareTheme}
<style>
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.75rem; line-height: 1.2 }
</style>
<main>
<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">Go to the home page</a></p>
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
