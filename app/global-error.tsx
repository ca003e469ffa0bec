'use client';

import { ErrorMessage } from '@/components/layout/error-message';

// Every page loads the style sheets of this one, so it has none.
const style = `
  :root { color-scheme: light dark }
  :root[data-theme='light'] { color-scheme: light }
  :root[data-theme='dark'] { color-scheme: dark }
  body { font: 1.125rem/1.6 Georgia, serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.75rem; line-height: 1.2 }
  button { font: inherit; padding: 0.5rem 1rem }
`;

/** Status 500 without the layout, which may have failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <style>{style}</style>
        <ErrorMessage {...props} />
      </body>
    </html>
  );
}
