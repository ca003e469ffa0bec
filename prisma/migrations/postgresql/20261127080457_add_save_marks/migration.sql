-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "saveMarks" TEXT;
