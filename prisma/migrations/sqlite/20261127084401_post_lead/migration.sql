-- AlterTable
ALTER TABLE "Post" ADD COLUMN "lead" TEXT;
