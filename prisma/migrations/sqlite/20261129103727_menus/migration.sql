-- CreateTable
CREATE TABLE "SiteMenu" (
    "place" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "entries" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
