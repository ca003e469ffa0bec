CREATE TABLE "PostFollow" (
    "postId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("postId", "userId"),
    CONSTRAINT "PostFollow_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostFollow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "PostFollow_userId_createdAt_postId_idx" ON "PostFollow"("userId", "createdAt", "postId");

ALTER TABLE "NotificationChoice" ADD COLUMN "comments" TEXT NOT NULL DEFAULT 'off';

ALTER TABLE "NotificationChoice" ADD COLUMN "followed" TEXT NOT NULL DEFAULT 'at-once';
