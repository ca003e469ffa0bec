-- CreateTable
CREATE TABLE "ReaderStatistic" (
    "period" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("period", "dimension", "bucket", "value")
);

-- CreateTable
CREATE TABLE "ReaderSketch" (
    "day" TEXT NOT NULL,
    "register" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,

    PRIMARY KEY ("day", "register")
);

-- CreateTable
CREATE TABLE "SlotStatistic" (
    "period" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "creativeId" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "eligible" INTEGER NOT NULL,
    "served" INTEGER NOT NULL,
    "viewable" INTEGER NOT NULL,
    "clicks" INTEGER NOT NULL,

    PRIMARY KEY ("slotId", "period", "bucket", "creativeId", "device")
);

-- CreateTable
CREATE TABLE "FilteredStatistic" (
    "period" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("slotId", "period", "bucket", "reason", "event")
);

-- CreateTable
CREATE TABLE "StatisticBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "appliedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SlotStatistic_period_bucket_idx" ON "SlotStatistic"("period", "bucket");

-- CreateIndex
CREATE INDEX "FilteredStatistic_period_bucket_idx" ON "FilteredStatistic"("period", "bucket");

-- CreateIndex
CREATE INDEX "StatisticBatch_appliedAt_idx" ON "StatisticBatch"("appliedAt");
