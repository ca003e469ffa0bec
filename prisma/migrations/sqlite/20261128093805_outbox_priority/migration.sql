ALTER TABLE "Outbox" ADD COLUMN "priority" TEXT NOT NULL DEFAULT 'urgent';

CREATE INDEX "Outbox_doneAt_priority_availableAt_idx" ON "Outbox"("doneAt", "priority", "availableAt");
