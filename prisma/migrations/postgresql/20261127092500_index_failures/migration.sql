-- CreateTable
CREATE TABLE "IndexFailure" (
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "failedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IndexFailure_pkey" PRIMARY KEY ("kind","rowId")
);
