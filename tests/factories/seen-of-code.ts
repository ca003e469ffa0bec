const calls = { writes: 0, focus: 0, scrolls: 0, entries: 0, popups: 0, dialogs: 0, storage: 0 };
const costs = { requests: 0, bytes: 0, hidden: 0, longTasks: 0, longTaskMs: 0, shift: 0 };
const texts = { hosts: [], errors: [], refused: [], leaves: [] };

/** What is seen of code that does nothing. */
export const nothingSeen = { ...calls, ...costs, ...texts };
