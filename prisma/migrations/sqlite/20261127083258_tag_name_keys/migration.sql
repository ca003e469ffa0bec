-- AlterTable
ALTER TABLE "Tag" ADD COLUMN "nameKey" TEXT;

-- CreateIndex
CREATE INDEX "Tag_nameKey_idx" ON "Tag"("nameKey");
