-- AlterTable
ALTER TABLE "Creative" ADD COLUMN     "network" TEXT;
