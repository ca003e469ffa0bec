import { AsyncLocalStorage } from 'node:async_hooks';

// One per process: Next bundles this module several times.
const store = globalThis as { mastheadRequest?: AsyncLocalStorage<string> };

export const requestId = (store.mastheadRequest ??= new AsyncLocalStorage<string>());
