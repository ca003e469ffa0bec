-- CreateIndex
CREATE INDEX "Media_deletedAt_id_idx" ON "Media"("deletedAt", "id");
