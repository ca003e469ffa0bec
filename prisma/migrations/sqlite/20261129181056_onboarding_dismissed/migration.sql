-- AlterTable
ALTER TABLE "User" ADD COLUMN "onboardingDismissedAt" DATETIME;
