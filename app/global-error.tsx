'use client';

import { ErrorMessage } from '@/components/layout/error-message';
import './fonts.css';
import './tokens.css';
import './base.css';
import './(site)/site.css';

/** The page of last resort, status 500: the frame itself may be what broke, so it stands without one. */
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
