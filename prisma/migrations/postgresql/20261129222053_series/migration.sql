-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "seriesId" TEXT,
ADD COLUMN     "seriesPosition" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Series" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "importBatchId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

-- CreateIndex
CREATE INDEX "Series_titleKey_idx" ON "Series"("titleKey");

-- CreateIndex
CREATE INDEX "Post_seriesId_seriesPosition_id_idx" ON "Post"("seriesId", "seriesPosition", "id");

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;
