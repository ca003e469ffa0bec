-- CreateTable
CREATE TABLE "CommentCheck" (
    "commentId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "failure" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentCheck_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "CommentCheck_checkedAt_idx" ON "CommentCheck"("checkedAt");

-- AddForeignKey
ALTER TABLE "CommentCheck" ADD CONSTRAINT "CommentCheck_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
