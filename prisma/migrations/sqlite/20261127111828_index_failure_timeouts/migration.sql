-- AlterTable
ALTER TABLE "IndexFailure" ADD COLUMN "timeouts" INTEGER;
