import { AppError } from '@/lib/platform/errors';
import type { PostFields } from '../fields/fields';
import type { PostState } from '../post';

/** What a post is at the moment, as its badge says. */
export type Publication = { state: PostState; publishAt: Date | null };

/** The post was saved concurrently; carries the other version so that the caller can show both. */
export class SaveConflict extends AppError {
  readonly savedBy: string;
  readonly savedAt: Date;
  /** The version to save on top of after resolving the conflict. */
  readonly version: number;
  readonly theirs: PostFields;
  readonly publication: Publication;

  constructor(saved: { by: string; at: Date; version: number; fields: PostFields; publication: Publication }) {
    super(
      'conflict',
      `${saved.by} saved this post in the meantime. Your text is still here: compare both versions and choose.`,
    );
    this.savedBy = saved.by;
    this.savedAt = saved.at;
    this.version = saved.version;
    this.theirs = saved.fields;
    this.publication = saved.publication;
  }
}

/** The post is in the trash; carries its version there, to tell whether anything else has happened to it. */
export class PostInTrash extends AppError {
  readonly version: number;

  constructor(version: number) {
    super('conflict', 'This post is in the trash. Restore it first, then continue editing.');
    this.version = version;
  }
}

/** Rolls back a transaction; never leaves lib/posts. */
export class SavedMeanwhile extends Error {}
