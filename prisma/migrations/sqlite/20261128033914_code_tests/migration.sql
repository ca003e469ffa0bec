ALTER TABLE "Creative" ADD COLUMN "testResult" TEXT;

ALTER TABLE "Creative" ADD COLUMN "testedAt" DATETIME;

CREATE TABLE "CodeTest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "result" TEXT,
    "createdAt" DATETIME NOT NULL
);

CREATE INDEX "CodeTest_createdAt_idx" ON "CodeTest"("createdAt");

CREATE INDEX "CodeTest_userId_createdAt_idx" ON "CodeTest"("userId", "createdAt");

CREATE INDEX "CodeTest_slotId_hash_idx" ON "CodeTest"("slotId", "hash");

ALTER TABLE "CreativeReport" ADD COLUMN "acceptedAt" DATETIME;

ALTER TABLE "CreativeReport" ADD COLUMN "pausedAt" DATETIME;

ALTER TABLE "CreativeReport" ADD COLUMN "readers" TEXT NOT NULL DEFAULT '';

ALTER TABLE "CreativeReport" ADD COLUMN "readersDay" TEXT NOT NULL DEFAULT '';
