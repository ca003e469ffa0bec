CREATE TABLE "LineItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slotId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tier" TEXT NOT NULL DEFAULT 'network',
    "weight" INTEGER NOT NULL DEFAULT 1,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "conditions" TEXT NOT NULL DEFAULT '[]',
    "caps" TEXT NOT NULL DEFAULT '{}',
    "competitor" TEXT NOT NULL DEFAULT '',
    "goal" TEXT NOT NULL DEFAULT '{}',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "creativeId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "LineItem_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LineItem_creativeId_fkey" FOREIGN KEY ("creativeId") REFERENCES "Creative" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "LineItem_creativeId_key" ON "LineItem"("creativeId");

CREATE INDEX "LineItem_slotId_sortOrder_id_idx" ON "LineItem"("slotId", "sortOrder", "id");

ALTER TABLE "Creative" ADD COLUMN "lineItemId" TEXT REFERENCES "LineItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "Creative_lineItemId_idx" ON "Creative"("lineItemId");

-- Each slot's content becomes its first line item.
INSERT INTO "LineItem" ("id", "slotId", "name", "creativeId", "createdAt", "updatedAt")
SELECT "id", "id", "name", "creativeId", "createdAt", "updatedAt" FROM "Slot";
UPDATE "Creative" SET "lineItemId" = "slotId";
UPDATE "Slot" SET "creativeId" = NULL;
