-- CreateTable
CREATE TABLE "CommentCheck" (
    "commentId" TEXT NOT NULL PRIMARY KEY,
    "sealed" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "failure" TEXT NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    CONSTRAINT "CommentCheck_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CommentCheck_checkedAt_idx" ON "CommentCheck"("checkedAt");
