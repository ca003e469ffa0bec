-- AlterTable
ALTER TABLE "Post" ADD COLUMN "lockedReplies" TEXT;
