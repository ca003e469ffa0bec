-- CreateIndex
CREATE INDEX "Comment_postId_path_type_status_descendantCount_idx" ON "Comment"("postId", "path", "type", "status", "descendantCount");

-- CreateIndex
CREATE INDEX "Comment_postId_authorId_idx" ON "Comment"("postId", "authorId");
