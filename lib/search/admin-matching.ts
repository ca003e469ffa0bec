import type { Term } from './words';

/** A matching row and its sort key, at which the next page continues. */
export type FoundRow = { id: string; place: bigint };

export type AdminQuery = { terms: readonly Term[]; marks: readonly string[]; after: FoundRow | null; take: number };
