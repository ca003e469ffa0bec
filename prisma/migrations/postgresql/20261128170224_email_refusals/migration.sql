-- CreateTable
CREATE TABLE "EmailRefusal" (
    "userId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "refusedAt" TIMESTAMP(3),
    "triedAgainAt" TIMESTAMP(3),

    CONSTRAINT "EmailRefusal_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "EmailRefusal" ADD CONSTRAINT "EmailRefusal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
