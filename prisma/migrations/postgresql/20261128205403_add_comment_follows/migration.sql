-- CreateTable
CREATE TABLE "CommentFollow" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommentFollow_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateIndex
CREATE INDEX "CommentFollow_userId_createdAt_commentId_idx" ON "CommentFollow"("userId", "createdAt", "commentId");

-- AddForeignKey
ALTER TABLE "CommentFollow" ADD CONSTRAINT "CommentFollow_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentFollow" ADD CONSTRAINT "CommentFollow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
