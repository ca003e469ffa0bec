-- AlterTable
ALTER TABLE "CommentLike" ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true;
