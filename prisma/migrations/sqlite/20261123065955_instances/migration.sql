-- CreateTable
CREATE TABLE "Instance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "leaseUntil" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Instance_leaseUntil_idx" ON "Instance"("leaseUntil");
