CREATE TABLE "Series" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

CREATE INDEX "Series_titleKey_idx" ON "Series"("titleKey");

ALTER TABLE "Post" ADD COLUMN "seriesId" TEXT REFERENCES "Series" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Post" ADD COLUMN "seriesPosition" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Post_seriesId_seriesPosition_id_idx" ON "Post"("seriesId", "seriesPosition", "id");
