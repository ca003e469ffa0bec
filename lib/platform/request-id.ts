import { AsyncLocalStorage } from 'node:async_hooks';

// Next bundles modules several times over: the request that is being answered is known under one name in all of them.
const store = globalThis as { mastheadRequest?: AsyncLocalStorage<string> };

/** The id of the request being answered; every line of the log that is written meanwhile carries it. */
export const requestId = (store.mastheadRequest ??= new AsyncLocalStorage<string>());
