-- CreateTable
CREATE TABLE "CommentHiding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "authorId" TEXT NOT NULL,
    "hiddenById" TEXT NOT NULL,
    "undoneById" TEXT,
    "status" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "hidden" INTEGER NOT NULL DEFAULT 0,
    "batches" TEXT NOT NULL DEFAULT '[]',
    "createdAt" DATETIME NOT NULL,
    "touchedAt" DATETIME,
    CONSTRAINT "CommentHiding_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CommentHiding_authorId_createdAt_idx" ON "CommentHiding"("authorId", "createdAt");
