-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "corrections" TEXT NOT NULL DEFAULT 'at-once';
