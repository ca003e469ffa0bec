-- AlterTable
ALTER TABLE "User" ADD COLUMN     "hasProfile" BOOLEAN NOT NULL DEFAULT true;
