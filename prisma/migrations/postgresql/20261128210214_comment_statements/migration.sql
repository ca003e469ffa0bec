-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "decisions" TEXT NOT NULL DEFAULT 'at-once';

-- CreateTable
CREATE TABLE "CommentStatement" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "wasHeldBySoftware" BOOLEAN NOT NULL DEFAULT false,
    "decidedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),
    "appeal" TEXT NOT NULL DEFAULT '',
    "appealedAt" TIMESTAMP(3),
    "appealStatus" TEXT NOT NULL DEFAULT '',
    "appealAnswer" TEXT NOT NULL DEFAULT '',
    "appealDecidedById" TEXT,
    "appealDecidedAt" TIMESTAMP(3),

    CONSTRAINT "CommentStatement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommentStatement_userId_id_idx" ON "CommentStatement"("userId", "id");

-- CreateIndex
CREATE INDEX "CommentStatement_userId_readAt_idx" ON "CommentStatement"("userId", "readAt");

-- CreateIndex
CREATE INDEX "CommentStatement_commentId_id_idx" ON "CommentStatement"("commentId", "id");

-- CreateIndex
CREATE INDEX "CommentStatement_appealStatus_appealedAt_idx" ON "CommentStatement"("appealStatus", "appealedAt");

-- AddForeignKey
ALTER TABLE "CommentStatement" ADD CONSTRAINT "CommentStatement_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentStatement" ADD CONSTRAINT "CommentStatement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
