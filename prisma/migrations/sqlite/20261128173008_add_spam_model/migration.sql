-- CreateTable
CREATE TABLE "SpamModel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "weights" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "spam" INTEGER NOT NULL,
    "heldBack" INTEGER NOT NULL,
    "wouldHold" INTEGER NOT NULL,
    "rightly" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "trainedAt" DATETIME NOT NULL,
    "switchedOnAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Comment_moderatedAt_id_idx" ON "Comment"("moderatedAt", "id");
