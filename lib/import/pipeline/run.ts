import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { MediaFolders } from '../archives/media-folders';
import type { OpenedFiles } from '../archives/opening';
import type { Importer, OptionValues } from '../importer';
import type { Scratch } from '../reading/scratch';
import type { ImportReport } from '../report/report';
import { storeProgress } from '../running/batches';

/**
 * Who imports: a person who is signed in; the operator at the machine, who needs no permission; or the process that was
 * started for a person, who was asked for theirs then.
 */
export type ImportActor = Actor | 'operator' | { startedBy: string };

export type ImportInput = {
  /** Export files as they are or in archives, and archives of the old site's files. */
  files: readonly string[];
  /** Address of the old site, if the one in the files is wrong. */
  oldUrl: string | null;
  dryRun: boolean;
  /**
   * A copy of the old site's files, or an archive of it; without one, here or among the files, pictures stay links, and other
   * files stay on the old site.
   */
  mediaDir?: string | null;
  /** Files that list addresses of the old site: the report says which of them answer here. */
  addresses?: readonly string[];
  /** What the importer itself asks for. */
  options?: OptionValues;
  /** Whether this site takes the old one's name, tagline and time zone. */
  useSiteSettings?: boolean;
  /** A batch that the admin opened before it started this process. */
  batchId?: string | null;
};

export type BatchInput = ImportInput & { batchId: string | null };
export type OpenedInput = BatchInput & { opened: OpenedFiles; folders: MediaFolders; scratch: Scratch };
export type Progress = (done: number, total: number) => void;

/** One import on its way. */
export type Run = {
  report: ImportReport;
  batchId: string;
  importer: Importer;
  input: OpenedInput;
  onProgress: Progress;
};

/** Stores the progress in the batch; a dry run on the command line has none. */
export async function showProgress({ input, batchId }: Run, done: number, total: number) {
  const shown = input.dryRun ? input.batchId : batchId;
  if (shown) await storeProgress(shown, done, total);
}
