-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "sensitive" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Creative" ADD COLUMN     "consent" TEXT;

-- CreateTable
CREATE TABLE "ReaderReport" (
    "creativeId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),

    CONSTRAINT "ReaderReport_pkey" PRIMARY KEY ("creativeId","day","reader")
);

-- CreateIndex
CREATE INDEX "ReaderReport_handledAt_createdAt_idx" ON "ReaderReport"("handledAt", "createdAt");

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_creativeId_fkey" FOREIGN KEY ("creativeId") REFERENCES "Creative"("id") ON DELETE CASCADE ON UPDATE CASCADE;
