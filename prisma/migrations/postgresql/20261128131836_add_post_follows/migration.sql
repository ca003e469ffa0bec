-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "comments" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN     "followed" TEXT NOT NULL DEFAULT 'at-once';

-- CreateTable
CREATE TABLE "PostFollow" (
    "postId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PostFollow_pkey" PRIMARY KEY ("postId","userId")
);

-- CreateIndex
CREATE INDEX "PostFollow_userId_createdAt_postId_idx" ON "PostFollow"("userId", "createdAt", "postId");

-- AddForeignKey
ALTER TABLE "PostFollow" ADD CONSTRAINT "PostFollow_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostFollow" ADD CONSTRAINT "PostFollow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
