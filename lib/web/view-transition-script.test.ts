import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { viewTransitionScript } from './view-transition-script';

type Transition = Record<'ready' | 'updateCallbackDone' | 'finished', Promise<void>> & { skipTransition: () => void };
type Told = { viewTransition: Transition | null; activation?: { entry: { url: string | null } } | null };

/** What the script does with an event of the browser; its promises are rejected, as those of a skipped transition. */
function tell(name: 'pageswap' | 'pagereveal', activation: Told['activation'] = null, has = true) {
  const listeners: Record<string, (event: Told) => void> = {};
  const addEventListener = (type: string, listener: (event: Told) => void) => (listeners[type] = listener);
  runInNewContext(viewTransitionScript, { addEventListener, URL });
  let isSkipped = false;
  const unhandled = () => Promise.reject(new Error('Transition was skipped'));
  const viewTransition = {
    ready: unhandled(),
    updateCallbackDone: unhandled(),
    finished: unhandled(),
    skipTransition: () => (isSkipped = true),
  };
  if (has) listeners[name]!({ viewTransition, activation });
  else {
    for (const promise of [viewTransition.ready, viewTransition.updateCallbackDone, viewTransition.finished])
      promise.catch(() => null);
    listeners[name]!({ viewTransition: null, activation });
  }
  return isSkipped;
}

const to = (url: string | null) => ({ entry: { url } });

test('nothing that a skipped transition rejects stays unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  tell('pagereveal');
  tell('pageswap', to('https://blog.example/admin/posts'));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

test.each([
  ['https://blog.example/admin', false],
  ['https://blog.example/admin/posts?q=a', false],
  ['https://blog.example/', true],
  ['https://blog.example/administration', true],
  [null, true],
])('a transition to %s is skipped: %s', (url, isSkipped) => {
  expect(tell('pageswap', to(url))).toBe(isSkipped);
});

test('a page without a transition is left as it is', () => {
  expect(tell('pageswap', to('https://blog.example/'), false)).toBe(false);
  expect(tell('pagereveal', null, false)).toBe(false);
});
