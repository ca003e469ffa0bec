import type { ImportActor, ImportInput, Progress } from './pipeline/run';
import type { ImportReport } from './report/report';

/** An importer’s way to pull changes from an old site that is live. */
export type Mirror = {
  words: { description: string; url: string };
  /** Which of the importer's options apply, by name. */
  options: readonly string[];
  /** Pulls and imports what changed since the last pull. Must be cheap to load: heavy code is loaded when it is called. */
  run: (actor: ImportActor, input: MirrorInput, onProgress?: Progress) => Promise<MirrorReport>;
};

export type MirrorInput = Omit<ImportInput, 'files' | 'oldUrl' | 'batchId' | 'pulledUntil'> & {
  /** Of the old site. */
  address: string;
  /** Pulls everything once more, and compares. */
  cutOver: boolean;
};

export type MirrorReport = ImportReport & {
  /** `from`: what the old site was asked by, such as its feed. */
  pulled: { from: string; posts: number; comments: number };
  differences: Differences | null;
};

/** Until when an old site has been pulled: the latest change and the latest comment that came, by its own clock, in UTC. */
export type PulledUntil = { site: string; posts: string; comments: string };

export type Difference = { address: string; title: string; why: string };

/** What differs between an old site and this one, of what everyone can read. */
export type Differences = {
  /** There, and not here. */
  missing: Difference[];
  /** Here, and not there any more. */
  gone: Difference[];
  /** Written here. */
  own: Difference[];
  /** Edited here since they came: the version here was kept. */
  edited: Difference[];
  /** How many comments of a post are there and not here, by its address there. */
  comments: { address: string; count: number }[];
};
