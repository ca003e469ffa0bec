-- CreateTable
CREATE TABLE "ImportedCommenter" (
    "commentId" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,

    CONSTRAINT "ImportedCommenter_pkey" PRIMARY KEY ("commentId")
);

-- CreateIndex
CREATE INDEX "ImportedCommenter_emailHash_idx" ON "ImportedCommenter"("emailHash");

-- AddForeignKey
ALTER TABLE "ImportedCommenter" ADD CONSTRAINT "ImportedCommenter_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
