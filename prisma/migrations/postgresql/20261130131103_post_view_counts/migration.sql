-- CreateTable
CREATE TABLE "PostViewCount" (
    "postId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "publishAt" TIMESTAMP(3),
    "unpublishAt" TIMESTAMP(3),
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PostViewCount_pkey" PRIMARY KEY ("postId")
);

-- CreateIndex
CREATE INDEX "PostViewCount_type_count_postId_idx" ON "PostViewCount"("type", "count", "postId");

-- CreateIndex
CREATE INDEX "PostViewCount_type_status_count_postId_idx" ON "PostViewCount"("type", "status", "count", "postId");

-- AddForeignKey
ALTER TABLE "PostViewCount" ADD CONSTRAINT "PostViewCount_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
