-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "pickedAt" TIMESTAMP(3),
ADD COLUMN     "pinnedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Comment_postId_pinnedAt_idx" ON "Comment"("postId", "pinnedAt");
