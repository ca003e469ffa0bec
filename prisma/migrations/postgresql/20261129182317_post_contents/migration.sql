-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "contentsMode" TEXT NOT NULL DEFAULT 'auto';
