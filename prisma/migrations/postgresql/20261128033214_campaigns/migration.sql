-- AlterTable
ALTER TABLE "Slot" ADD COLUMN     "forSale" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "LineItem" ADD COLUMN     "campaignId" TEXT;

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "advertiser" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL DEFAULT '',
    "reportNonce" TEXT,
    "archivedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Campaign_archivedAt_createdAt_id_idx" ON "Campaign"("archivedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "LineItem_campaignId_idx" ON "LineItem"("campaignId");

-- AddForeignKey
ALTER TABLE "LineItem" ADD CONSTRAINT "LineItem_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;
