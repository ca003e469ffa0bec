-- AlterTable
ALTER TABLE "User" ADD COLUMN     "deletesAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "User_deletesAt_idx" ON "User"("deletesAt");
