-- CreateTable
CREATE TABLE "PostViewCount" (
    "postId" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "publishAt" DATETIME,
    "unpublishAt" DATETIME,
    "count" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PostViewCount_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PostViewCount_type_count_postId_idx" ON "PostViewCount"("type", "count", "postId");

-- CreateIndex
CREATE INDEX "PostViewCount_type_status_count_postId_idx" ON "PostViewCount"("type", "status", "count", "postId");
