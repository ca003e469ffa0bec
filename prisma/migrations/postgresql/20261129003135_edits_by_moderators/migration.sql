-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "moderatorEditedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "CommentRevision" ADD COLUMN     "byModerator" BOOLEAN NOT NULL DEFAULT false;
