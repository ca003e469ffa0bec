CREATE TABLE "CommentStatement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "wasHeldBySoftware" BOOLEAN NOT NULL DEFAULT false,
    "decidedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "appeal" TEXT NOT NULL DEFAULT '',
    "appealedAt" DATETIME,
    "appealStatus" TEXT NOT NULL DEFAULT '',
    "appealAnswer" TEXT NOT NULL DEFAULT '',
    "appealDecidedById" TEXT,
    "appealDecidedAt" DATETIME,
    CONSTRAINT "CommentStatement_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CommentStatement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "CommentStatement_userId_id_idx" ON "CommentStatement"("userId", "id");

CREATE INDEX "CommentStatement_userId_readAt_idx" ON "CommentStatement"("userId", "readAt");

CREATE INDEX "CommentStatement_commentId_id_idx" ON "CommentStatement"("commentId", "id");

CREATE INDEX "CommentStatement_appealStatus_appealedAt_idx" ON "CommentStatement"("appealStatus", "appealedAt");

ALTER TABLE "NotificationChoice" ADD COLUMN "decisions" TEXT NOT NULL DEFAULT 'at-once';
