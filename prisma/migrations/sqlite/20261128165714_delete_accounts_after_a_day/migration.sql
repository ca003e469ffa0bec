-- AlterTable
ALTER TABLE "User" ADD COLUMN "deletesAt" DATETIME;

-- CreateIndex
CREATE INDEX "User_deletesAt_idx" ON "User"("deletesAt");
