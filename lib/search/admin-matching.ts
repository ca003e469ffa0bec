import type { Term } from './words';

export type FoundRow = { id: string; place: bigint };

export type AdminQuery = {
  terms: readonly Term[];
  marks: readonly string[];
  isOldestFirst: boolean;
  after: FoundRow | null;
  take: number;
};
