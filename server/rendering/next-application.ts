import type { Server } from 'node:http';
import next from 'next';
import { disconnect } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { secrets } from '@/lib/secrets/secrets';
import { routeNestedPage } from './nested-pages';
import { localApplication, type Application } from './application';

type Options = { server: Server; isDevelopment: boolean };

export async function startNext({ server, isDevelopment }: Options): Promise<Application> {
  const { host, port, siteUrl } = env();
  process.env.NEXTAUTH_URL = siteUrl;
  process.env.NEXTAUTH_SECRET = secrets().auth;
  // Saves Next's compiler (24 MB), as `next start --experimental-next-config-strip-types` does.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true';
  const app = next({ dev: isDevelopment, dir: process.cwd(), hostname: host, port, httpServer: server });
  await (isDevelopment ? app.prepare() : quietly(() => app.prepare()));
  const handle = app.getRequestHandler();
  const application = localApplication(
    (request, response) => handle(request, response),
    async () => {
      await app.close();
      await disconnect();
    },
  );
  // Next's development tools violate our policies.
  if (!isDevelopment) return application;
  const answer: Application['answer'] = async (request, response) => {
    if (request.url?.startsWith('/_s/')) return application.answer(request, response);
    await routeNestedPage(request);
    return handle(request, response);
  };
  return { ...application, answer };
}

// Next prints that it read its configuration, whatever it is told; what an operator needs is logged.
async function quietly(work: () => Promise<void>) {
  const { log } = console;
  Object.assign(console, { log: () => {} });
  try {
    await work();
  } finally {
    Object.assign(console, { log });
  }
}
