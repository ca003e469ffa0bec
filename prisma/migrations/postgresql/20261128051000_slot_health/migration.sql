-- CreateTable
CREATE TABLE "SlotPause" (
    "id" TEXT NOT NULL,
    "slotId" TEXT NOT NULL,
    "creativeId" TEXT NOT NULL,
    "lineItemId" TEXT,
    "measure" TEXT NOT NULL,
    "budget" DOUBLE PRECISION NOT NULL,
    "readers" INTEGER NOT NULL,
    "over" INTEGER NOT NULL,
    "beganAt" TIMESTAMP(3) NOT NULL,
    "pausedAt" TIMESTAMP(3) NOT NULL,
    "resumedAt" TIMESTAMP(3),

    CONSTRAINT "SlotPause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlotHealth" (
    "slotId" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "creativeId" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SlotHealth_pkey" PRIMARY KEY ("slotId","bucket","creativeId","device","measure","step")
);

-- CreateIndex
CREATE INDEX "SlotPause_slotId_pausedAt_idx" ON "SlotPause"("slotId", "pausedAt");

-- CreateIndex
CREATE INDEX "SlotPause_creativeId_idx" ON "SlotPause"("creativeId");

-- CreateIndex
CREATE INDEX "SlotPause_resumedAt_pausedAt_idx" ON "SlotPause"("resumedAt", "pausedAt");

-- CreateIndex
CREATE INDEX "SlotHealth_creativeId_bucket_idx" ON "SlotHealth"("creativeId", "bucket");

-- CreateIndex
CREATE INDEX "SlotHealth_bucket_idx" ON "SlotHealth"("bucket");

-- AddForeignKey
ALTER TABLE "SlotPause" ADD CONSTRAINT "SlotPause_creativeId_fkey" FOREIGN KEY ("creativeId") REFERENCES "Creative"("id") ON DELETE CASCADE ON UPDATE CASCADE;
