-- AlterTable
ALTER TABLE "Creative" ADD COLUMN     "testResult" TEXT,
ADD COLUMN     "testedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "CreativeReport" ADD COLUMN     "acceptedAt" TIMESTAMP(3),
ADD COLUMN     "pausedAt" TIMESTAMP(3),
ADD COLUMN     "readers" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "readersDay" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "CodeTest" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "result" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CodeTest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CodeTest_createdAt_idx" ON "CodeTest"("createdAt");

-- CreateIndex
CREATE INDEX "CodeTest_userId_createdAt_idx" ON "CodeTest"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "CodeTest_slotId_hash_idx" ON "CodeTest"("slotId", "hash");
