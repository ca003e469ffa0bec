-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "lastDigest" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Notification_delivery_userId_emailDueAt_idx" ON "Notification"("delivery", "userId", "emailDueAt");
