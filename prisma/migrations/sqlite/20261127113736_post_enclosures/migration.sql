-- AlterTable
ALTER TABLE "Post" ADD COLUMN "enclosures" TEXT;
