-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "pickedAt" DATETIME;
ALTER TABLE "Comment" ADD COLUMN "pinnedAt" DATETIME;

-- CreateIndex
CREATE INDEX "Comment_postId_pinnedAt_idx" ON "Comment"("postId", "pinnedAt");
