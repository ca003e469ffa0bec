-- CreateTable
CREATE TABLE "SiteMenu" (
    "place" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "entries" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SiteMenu_pkey" PRIMARY KEY ("place")
);
