-- AlterTable
ALTER TABLE "User" ADD COLUMN "dashboardLanguage" TEXT;
