-- An index takes at most 2,704 bytes of a row.
UPDATE "Post" SET "title" = left("title", 800) WHERE octet_length("title") > 2400;

-- CreateIndex
CREATE INDEX "User_name_id_idx" ON "User"("name", "id");

-- CreateIndex
CREATE INDEX "User_role_name_id_idx" ON "User"("role", "name", "id");

-- CreateIndex
CREATE INDEX "Post_type_publishAt_id_idx" ON "Post"("type", "publishAt", "id");

-- CreateIndex
CREATE INDEX "Post_type_title_id_idx" ON "Post"("type", "title", "id");

-- CreateIndex
CREATE INDEX "Post_type_status_title_id_idx" ON "Post"("type", "status", "title", "id");

-- CreateIndex
CREATE INDEX "Post_type_commentCount_id_idx" ON "Post"("type", "commentCount", "id");

-- CreateIndex
CREATE INDEX "Post_type_status_commentCount_id_idx" ON "Post"("type", "status", "commentCount", "id");
