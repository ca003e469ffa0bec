-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "path" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploadedById" TEXT,
    "importBatchId" TEXT,
    "deletedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "StoredFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoredFileUse" (
    "fileId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,

    PRIMARY KEY ("fileId", "postId"),
    CONSTRAINT "StoredFileUse_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StoredFileUse_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_path_key" ON "StoredFile"("path");

-- CreateIndex
CREATE INDEX "StoredFile_kind_createdAt_id_idx" ON "StoredFile"("kind", "createdAt", "id");

-- CreateIndex
CREATE INDEX "StoredFile_deletedAt_id_idx" ON "StoredFile"("deletedAt", "id");

-- CreateIndex
CREATE INDEX "StoredFile_importBatchId_idx" ON "StoredFile"("importBatchId");

-- CreateIndex
CREATE INDEX "StoredFile_uploadedById_idx" ON "StoredFile"("uploadedById");

-- CreateIndex
CREATE INDEX "StoredFileUse_postId_idx" ON "StoredFileUse"("postId");
