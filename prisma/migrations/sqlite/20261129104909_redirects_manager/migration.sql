CREATE TABLE "MissingAddress" (
    "address" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "firstAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL,
    "referrer" TEXT NOT NULL DEFAULT ''
);

CREATE INDEX "MissingAddress_count_lastAt_idx" ON "MissingAddress"("count", "lastAt");

CREATE INDEX "MissingAddress_lastAt_address_idx" ON "MissingAddress"("lastAt", "address");

ALTER TABLE "Redirect" ADD COLUMN "hitCount" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Redirect" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'exact';

ALTER TABLE "Redirect" ADD COLUMN "lastHitAt" DATETIME;

CREATE INDEX "Redirect_hitCount_id_idx" ON "Redirect"("hitCount", "id");

CREATE INDEX "Redirect_lastHitAt_id_idx" ON "Redirect"("lastHitAt", "id");
