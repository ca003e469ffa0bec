-- AlterTable
ALTER TABLE "Redirect" ADD COLUMN     "hitCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'exact',
ADD COLUMN     "lastHitAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "MissingAddress" (
    "address" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "firstAt" TIMESTAMP(3) NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,
    "referrer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "MissingAddress_pkey" PRIMARY KEY ("address")
);

-- CreateIndex
CREATE INDEX "MissingAddress_count_lastAt_idx" ON "MissingAddress"("count", "lastAt");

-- CreateIndex
CREATE INDEX "MissingAddress_lastAt_address_idx" ON "MissingAddress"("lastAt", "address");

-- CreateIndex
CREATE INDEX "Redirect_hitCount_id_idx" ON "Redirect"("hitCount", "id");

-- CreateIndex
CREATE INDEX "Redirect_lastHitAt_id_idx" ON "Redirect"("lastHitAt", "id");
