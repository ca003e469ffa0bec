-- CreateTable
CREATE TABLE "SpamModel" (
    "id" TEXT NOT NULL,
    "weights" TEXT NOT NULL,
    "decisions" INTEGER NOT NULL,
    "spam" INTEGER NOT NULL,
    "heldBack" INTEGER NOT NULL,
    "wouldHold" INTEGER NOT NULL,
    "rightly" INTEGER NOT NULL,
    "missed" INTEGER NOT NULL,
    "trainedAt" TIMESTAMP(3) NOT NULL,
    "switchedOnAt" TIMESTAMP(3),

    CONSTRAINT "SpamModel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Comment_moderatedAt_id_idx" ON "Comment"("moderatedAt", "id");
