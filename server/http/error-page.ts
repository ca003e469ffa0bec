import { makePage, type CachedPage } from '@/server/cache/page-cache';
import { securityHeaders } from './security-headers';

const words = {
  500: ['Something went wrong on our side.', 'It has been written down for us. Please try again in a moment.'],
  503: ['The database cannot be reached at the moment.', 'This page will be back in a moment. Please try again.'],
  unsent: [
    'The database cannot be reached at the moment.',
    'What you sent could not be taken. Reload this page in a moment, and your browser sends it again.',
  ],
  lost: [
    'This took too long on our side.',
    'What you sent may have been kept or not. Please go back, look, and send it again if it is missing.',
  ],
  busy: ['So many people are reading just now.', 'This page will be here in a moment. Please try again.'],
} as const;

export type Trouble = keyof typeof words;

/** The same for programs: one line. */
export function troubleInWords(trouble: Trouble) {
  return { status: trouble === 500 ? 500 : 503, message: words[trouble].join(' ') };
}

/** What a reader sees when a page cannot be made: a whole sentence and a way on, made without any other part of the house. */
export function troubledPage(trouble: Trouble): CachedPage {
  const [title, advice] = words[trouble];
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
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
    status: troubleInWords(trouble).status,
    headers: {
      ...securityHeaders(),
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'retry-after': '5',
    },
    body: Buffer.from(html),
    tags: [],
    startedAt: 0,
    expiresAt: 0,
  });
}
