-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "correctionCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "commentId" TEXT,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "replacement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Correction_commentId_key" ON "Correction"("commentId");

-- CreateIndex
CREATE INDEX "Correction_postId_status_decidedAt_id_idx" ON "Correction"("postId", "status", "decidedAt", "id");

-- CreateIndex
CREATE INDEX "Correction_status_decidedAt_id_idx" ON "Correction"("status", "decidedAt", "id");

-- CreateIndex
CREATE INDEX "Correction_status_createdAt_id_idx" ON "Correction"("status", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
