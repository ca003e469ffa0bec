-- CreateTable
CREATE TABLE "CreativeReport" (
    "creativeId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "firstAt" TIMESTAMP(3) NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CreativeReport_pkey" PRIMARY KEY ("creativeId","reason")
);

-- AddForeignKey
ALTER TABLE "CreativeReport" ADD CONSTRAINT "CreativeReport_creativeId_fkey" FOREIGN KEY ("creativeId") REFERENCES "Creative"("id") ON DELETE CASCADE ON UPDATE CASCADE;
