import type { Server } from 'node:http';
import next from 'next';
import { disconnect } from '@/lib/db';
import { env } from '@/lib/env';
import { secrets } from '@/lib/secrets';
import { localApplication, type Application } from './application';

type Options = { server: Server; isDevelopment: boolean };

/** Loads what Next built, to answer in this process; in development, what it builds as it goes along. */
export async function startNext({ server, isDevelopment }: Options): Promise<Application> {
  const { host, port, siteUrl } = env();
  process.env.NEXTAUTH_URL = siteUrl;
  process.env.NEXTAUTH_SECRET = secrets().auth;
  // What `next start --experimental-next-config-strip-types` sets: Node reads next.config.ts, and Next's compiler
  // (24 MB in every process that serves) stays out.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true';
  const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: host, port, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const application = localApplication(
    (request, response) => handle(request, response),
    async () => {
      await app.close();
      await disconnect();
    },
  );
  // In development Next's own tools are among what is served, and no policy of ours fits them.
  if (!isDevelopment) return application;
  const answer: Application['answer'] = (request, response) =>
    request.url?.startsWith('/_n/') ? application.answer(request, response) : handle(request, response);
  return { ...application, answer };
}
