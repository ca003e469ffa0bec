-- CreateTable
CREATE TABLE "CommentReport" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "reporter" TEXT NOT NULL,
    "reporterId" TEXT,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "points" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "batch" TEXT,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportedComment" (
    "commentId" TEXT NOT NULL,
    "reports" INTEGER NOT NULL DEFAULT 0,
    "points" INTEGER NOT NULL DEFAULT 0,
    "accountPoints" INTEGER NOT NULL DEFAULT 0,
    "keptAt" TIMESTAMP(3),
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportedComment_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "CommentReport_commentId_status_reason_idx" ON "CommentReport"("commentId", "status", "reason");

-- CreateIndex
CREATE INDEX "CommentReport_reporterId_createdAt_idx" ON "CommentReport"("reporterId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentReport_createdAt_id_idx" ON "CommentReport"("createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CommentReport_commentId_reporter_key" ON "CommentReport"("commentId", "reporter");

-- CreateIndex
CREATE INDEX "ReportedComment_points_commentId_idx" ON "ReportedComment"("points", "commentId");

-- AddForeignKey
ALTER TABLE "CommentReport" ADD CONSTRAINT "CommentReport_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentReport" ADD CONSTRAINT "CommentReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportedComment" ADD CONSTRAINT "ReportedComment_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
