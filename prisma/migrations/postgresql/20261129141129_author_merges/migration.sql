-- CreateTable
CREATE TABLE "PostTransfer" (
    "id" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "intoId" TEXT NOT NULL,
    "posts" TEXT NOT NULL,
    "addresses" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PostTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PostTransfer_fromId_createdAt_idx" ON "PostTransfer"("fromId", "createdAt");

-- CreateIndex
CREATE INDEX "PostTransfer_intoId_idx" ON "PostTransfer"("intoId");

-- AddForeignKey
ALTER TABLE "PostTransfer" ADD CONSTRAINT "PostTransfer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostTransfer" ADD CONSTRAINT "PostTransfer_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
