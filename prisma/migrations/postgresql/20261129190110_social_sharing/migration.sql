-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "socialDescription" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "socialImageId" TEXT,
ADD COLUMN     "socialTitle" TEXT NOT NULL DEFAULT '';
