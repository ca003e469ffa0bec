import type { Term } from './words';

/** A matching row, and its sort key; a page continues after the sort key of the one before it. */
export type FoundRow = { id: string; place: bigint };

/** What is looked for: words, marks that narrow (admin-entries.ts), and from where on. */
export type AdminQuery = { terms: readonly Term[]; marks: readonly string[]; after: FoundRow | null; take: number };
