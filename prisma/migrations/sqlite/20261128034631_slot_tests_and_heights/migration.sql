CREATE TABLE "SlotHeight" (
    "slotId" TEXT NOT NULL,
    "creativeId" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "height" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("slotId", "creativeId", "device", "height")
);

ALTER TABLE "LineItem" ADD COLUMN "arm" TEXT NOT NULL DEFAULT '';
