-- AlterTable
ALTER TABLE "CommentDraft" ADD COLUMN     "follow" BOOLEAN NOT NULL DEFAULT false;
