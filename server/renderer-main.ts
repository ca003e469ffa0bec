import { prepareFolder, prepareSite, startBackgroundWork, startSchedulers } from './lifecycle/bootstrap';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { explainError } from '@/lib/database/error-messages';
import { WorkerBus } from './cluster/worker-bus';
import { startRecording } from './metrics/recording';
import { startNext } from './rendering/next-application';
import { serveRenderer } from './rendering/renderer-server';

/** Without workers, the renderer also prepares the site and does the background work. */
const isAlone = process.argv.includes('--alone');
const isFirst = process.argv.includes('--first');

process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', error }, 'unhandled rejection'));

try {
  await serveRenderer({
    bus: new WorkerBus({ reachesInstances: env().database === 'postgresql' }),
    prepare: async () => {
      startRecording();
      if (!isAlone) return [];
      prepareFolder();
      return isFirst ? prepareSite() : [];
    },
    startApplication: (server) => startNext({ server, isDevelopment: false }),
    startWork: async () => {
      const stops = [await startSchedulers(), ...(isAlone ? [await startBackgroundWork()] : [])];
      return async () => {
        for (const stop of stops) await stop();
      };
    },
  });
} catch (error) {
  process.stderr.write(`${explainError(error)}\n`);
  process.exit(1);
}
