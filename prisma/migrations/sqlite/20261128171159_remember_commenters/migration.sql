-- CreateTable
CREATE TABLE "ImportedCommenter" (
    "commentId" TEXT NOT NULL PRIMARY KEY,
    "emailHash" TEXT NOT NULL,
    CONSTRAINT "ImportedCommenter_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportedCommenter_emailHash_idx" ON "ImportedCommenter"("emailHash");
