// Must be first: what Next renders with uses this environment.
import 'next/dist/server/node-environment-baseline.js';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Pages } from '@/lib/export/static/static-copy';
import { AppError } from '@/lib/platform/errors';
import { isPublicAddress } from '@/server/http/routes';
import { anonymousRequest } from './buffered-response';
import { startNext } from './next-application';

/** Renders the site's pages in this process, as for everybody and without what the server adds to them. */
export async function openStaticPages(): Promise<Pages & { close: () => Promise<void> }> {
  if (!existsSync('.next/BUILD_ID'))
    throw new AppError('conflict', 'The site is not built yet: start it once with “npm start”, then export again.');
  const application = await startNext({ server: createServer(), isDevelopment: false });
  return {
    render: async (address) => {
      const { answer } = await application.render(anonymousRequest(address), { isDocument: true });
      return { status: answer.status, type: answer.headers['content-type'] ?? '', body: answer.body };
    },
    isPublic: (address) => isPublicAddress(address) && !address.startsWith('/_s/') && !address.startsWith('/feeds/'),
    close: application.end,
  };
}
