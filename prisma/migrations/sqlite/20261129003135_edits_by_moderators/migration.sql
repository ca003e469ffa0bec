ALTER TABLE "Comment" ADD COLUMN "moderatorEditedAt" DATETIME;

ALTER TABLE "CommentRevision" ADD COLUMN "byModerator" BOOLEAN NOT NULL DEFAULT false;
