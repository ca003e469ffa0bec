import { AppError } from '@/lib/platform/errors';
import type { PostFields } from '../fields/fields';

/** Someone saved the same post in between: what they saved, so that the caller can show both and lose neither. */
export class SaveConflict extends AppError {
  readonly savedBy: string;
  readonly savedAt: Date;
  /** The version to save on top of, once both were looked at. */
  readonly version: number;
  readonly theirs: PostFields;

  constructor(saved: { by: string; at: Date; version: number; fields: PostFields }) {
    super(
      'conflict',
      `${saved.by} saved this post in the meantime. Your text is still here: compare both versions and choose.`,
    );
    this.savedBy = saved.by;
    this.savedAt = saved.at;
    this.version = saved.version;
    this.theirs = saved.fields;
  }
}

/** Thrown inside a transaction to roll it back; never leaves lib/posts. */
export class SavedMeanwhile extends Error {}
