-- DropIndex
DROP INDEX "ImportItem_batchId_kind_idx";

-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN "undoForgottenAt" DATETIME;

-- CreateIndex
CREATE INDEX "ImportItem_batchId_kind_id_idx" ON "ImportItem"("batchId", "kind", "id");
