-- CreateTable
CREATE TABLE "SearchWord" (
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "posts" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("language","word")
);

-- CreateIndex
CREATE INDEX "SearchWord_language_stem_idx" ON "SearchWord"("language", "stem");
