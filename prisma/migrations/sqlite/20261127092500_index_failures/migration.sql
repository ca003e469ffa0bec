-- CreateTable
CREATE TABLE "IndexFailure" (
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "failedAt" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "rowId")
);
