-- CreateTable
CREATE TABLE "EmailRefusal" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "refusedAt" DATETIME,
    "triedAgainAt" DATETIME,
    CONSTRAINT "EmailRefusal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
