ALTER TABLE "Creative" ADD COLUMN "consent" TEXT;

CREATE TABLE "ReaderReport" (
    "creativeId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "handledAt" DATETIME,

    PRIMARY KEY ("creativeId", "day", "reader"),
    CONSTRAINT "ReaderReport_creativeId_fkey" FOREIGN KEY ("creativeId") REFERENCES "Creative" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "ReaderReport_handledAt_createdAt_idx" ON "ReaderReport"("handledAt", "createdAt");

ALTER TABLE "Post" ADD COLUMN "sensitive" BOOLEAN NOT NULL DEFAULT false;
