import { prepareFolder, prepareSite, startBackgroundWork, startFollowing } from './lifecycle/bootstrap';
import { log } from '@/lib/log';
import { inPlainWords } from '@/lib/plain-words';
import { startMeasuring } from './metrics/recording';
import { startNext } from './rendering/next-application';
import { answerParent } from './rendering/renderer-server';

/** There is no other process: what is done once per site, and beside the requests, is done here. */
const isAlone = process.argv.includes('--alone');
const isFirst = process.argv.includes('--first');

process.on('unhandledRejection', (error) => log.error({ event: 'unhandled_rejection', error }, 'unhandled rejection'));

try {
  await answerParent({
    prepare: async () => {
      startMeasuring();
      if (!isAlone) return [];
      prepareFolder();
      return isFirst ? prepareSite() : [];
    },
    startApplication: (server) => startNext({ server, isDevelopment: false }),
    startWork: async () => {
      const stops = [await startFollowing(), ...(isAlone ? [await startBackgroundWork()] : [])];
      return async () => {
        for (const stop of stops) await stop();
      };
    },
  });
} catch (error) {
  process.stderr.write(`${inPlainWords(error)}\n`);
  process.exit(1);
}
