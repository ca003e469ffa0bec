import type { Term } from './words';

/** A row that answers, and its place; a page goes on after the place of the one before it. */
export type FoundRow = { id: string; place: bigint };

/** What is looked for: words, marks that narrow (admin-entries.ts), and from where on. */
export type AdminQuery = { terms: readonly Term[]; marks: readonly string[]; after: FoundRow | null; take: number };
