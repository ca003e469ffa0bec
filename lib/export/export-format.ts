import type { Tx } from '@/lib/database/db';

/** What the person who exports may choose; a format takes notice of what concerns it. */
export type ExportOptions = {
  /** Include e-mail addresses of the people who wrote. */
  withEmails: boolean;
  /** The address of the site, without a slash at its end. */
  siteUrl: string;
};

export type ExportRun = ExportOptions & {
  /** As of one moment. */
  tx: Tx;
  now: Date;
  /** Counts what has been written. */
  count: (kind: string, by?: number) => void;
  /** Says what could not be exported as it is. */
  note: (sentence: string) => void;
};

export type ExportFormat = {
  id: string;
  /** Without article. */
  label: string;
  /** What is in it, and what it leaves out, in sentences. */
  description: string;
  leavesOut: string;
  extension: string;
  contentType: string;
  /** The content of the file, in constant memory. */
  write: (run: ExportRun) => AsyncGenerator<string | Uint8Array>;
};

export type ExportReport = {
  counts: Record<string, number>;
  /** What is not in the file as it is on the site, in sentences. */
  notes: string[];
};
