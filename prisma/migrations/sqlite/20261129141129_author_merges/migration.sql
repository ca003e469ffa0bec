-- CreateTable
CREATE TABLE "PostTransfer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "posts" TEXT NOT NULL,
    "addresses" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PostTransfer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostTransfer_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PostTransfer_fromId_createdAt_idx" ON "PostTransfer"("fromId", "createdAt");

-- CreateIndex
CREATE INDEX "PostTransfer_intoId_idx" ON "PostTransfer"("intoId");
