ALTER TABLE "User" ADD COLUMN "commentRestrictedUntil" DATETIME;

ALTER TABLE "User" ADD COLUMN "commentRestriction" TEXT NOT NULL DEFAULT '';

ALTER TABLE "User" ADD COLUMN "commentRestrictionNote" TEXT NOT NULL DEFAULT '';
