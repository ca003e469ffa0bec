-- DropIndex
DROP INDEX "Post_type_status_publishAt_id_idx";

-- CreateIndex
CREATE INDEX "Post_type_status_publishAt_id_unpublishAt_idx" ON "Post"("type", "status", "publishAt", "id", "unpublishAt");
