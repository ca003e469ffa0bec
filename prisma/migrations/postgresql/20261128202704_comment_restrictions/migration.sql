-- AlterTable
ALTER TABLE "User" ADD COLUMN     "commentRestrictedUntil" TIMESTAMP(3),
ADD COLUMN     "commentRestriction" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "commentRestrictionNote" TEXT NOT NULL DEFAULT '';
