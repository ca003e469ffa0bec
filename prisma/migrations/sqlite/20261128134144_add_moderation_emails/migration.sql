ALTER TABLE "NotificationChoice" ADD COLUMN "lastModeration" TEXT NOT NULL DEFAULT '';

ALTER TABLE "NotificationChoice" ADD COLUMN "moderation" TEXT NOT NULL DEFAULT 'hourly';
