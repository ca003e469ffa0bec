'use client';

import { ErrorMessage } from '@/components/layout/error-message';
import './fonts.css';
import './tokens.css';
import './base.css';
import './(site)/site.css';

/** Status 500 without the layout, which may have failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <ErrorMessage {...props} />
      </body>
    </html>
  );
}
