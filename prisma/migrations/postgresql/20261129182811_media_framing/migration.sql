-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "crop" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "focus" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "original" TEXT;
