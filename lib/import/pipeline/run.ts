import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { FetchOptions } from '@/lib/fetching/fetching';
import type { MediaFolders } from '../archives/media-folders';
import type { OpenedFiles } from '../archives/opening';
import type { Importer, OptionValues } from '../importer';
import type { PulledUntil } from '../mirrors';
import type { Scratch } from '../reading/scratch';
import type { ImportReport } from '../report/report';
import { storeProgress } from '../running/batches';

/** A signed-in user, the operator (unrestricted), or a process whose user's permission was checked at start. */
export type ImportActor = Actor | 'operator' | { startedBy: string };

export type ImportInput = {
  /** Export files, plain or in archives, and archives of the old site's files. */
  files: readonly string[];
  /** Overrides the old site's address in the files. */
  oldUrl: string | null;
  dryRun: boolean;
  /** Folder or archive of the old site's files; without one, images become links and files stay remote. */
  mediaDir?: string | null;
  addresses?: readonly string[];
  /** Images and files that did not come along are fetched. */
  fetchFiles?: boolean;
  /** Destinations that may be asked, for tests; otherwise public web servers alone. */
  mayDial?: FetchOptions['mayDial'];
  /** Who authors of the files are here: "Ann=ann@example.org" or "Ann=ann-harbour". */
  authors?: readonly string[];
  options?: OptionValues;
  useSiteSettings?: boolean;
  /** Until when the files were pulled of the old site; kept with the import. */
  pulledUntil?: PulledUntil;
  /** A batch opened by the admin that started this process. */
  batchId?: string | null;
};

export type BatchInput = ImportInput & { batchId: string | null };
export type OpenedInput = BatchInput & { opened: OpenedFiles; folders: MediaFolders; scratch: Scratch };
export type Progress = (done: number, total: number) => void;

export type Run = {
  report: ImportReport;
  batchId: string;
  importer: Importer;
  input: OpenedInput;
  onProgress: Progress;
  shown: { done: number; total: number };
};

/** Stores progress in the batch; a dry run on the command line has none. */
export async function showProgress(run: Run, done: number, total: number) {
  const { input, batchId } = run;
  run.shown = { done, total };
  const shown = input.dryRun ? input.batchId : batchId;
  if (shown) await storeProgress(shown, done, total);
}
