-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "lastModeration" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "moderation" TEXT NOT NULL DEFAULT 'hourly';
