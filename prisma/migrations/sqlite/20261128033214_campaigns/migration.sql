CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "advertiser" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL DEFAULT '',
    "reportNonce" TEXT,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

CREATE INDEX "Campaign_archivedAt_createdAt_id_idx" ON "Campaign"("archivedAt", "createdAt", "id");

ALTER TABLE "Slot" ADD COLUMN "forSale" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "LineItem" ADD COLUMN "campaignId" TEXT REFERENCES "Campaign" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "LineItem_campaignId_idx" ON "LineItem"("campaignId");
