-- DropIndex
DROP INDEX "PostAuthor_userId_postId_idx";

-- DropIndex
DROP INDEX "PostTag_tagId_postId_idx";

-- DropIndex
DROP INDEX "Comment_postId_depth_createdAt_id_idx";

-- AlterTable
ALTER TABLE "PostAuthor" ADD COLUMN "listedAt" DATETIME;
ALTER TABLE "PostAuthor" ADD COLUMN "listedUntil" DATETIME;

-- AlterTable
ALTER TABLE "PostTag" ADD COLUMN "listedAt" DATETIME;
ALTER TABLE "PostTag" ADD COLUMN "listedUntil" DATETIME;

-- CreateIndex
CREATE INDEX "Post_type_updatedAt_id_idx" ON "Post"("type", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Post_type_status_noindex_canonicalUrl_publishAt_id_unpublishAt_idx" ON "Post"("type", "status", "noindex", "canonicalUrl", "publishAt", "id", "unpublishAt");

-- CreateIndex
CREATE INDEX "Post_coverAlt_coverId_idx" ON "Post"("coverAlt", "coverId");

-- CreateIndex
CREATE INDEX "PostAuthor_userId_listedAt_postId_listedUntil_idx" ON "PostAuthor"("userId", "listedAt", "postId", "listedUntil");

-- CreateIndex
CREATE INDEX "PostTag_tagId_listedAt_postId_listedUntil_idx" ON "PostTag"("tagId", "listedAt", "postId", "listedUntil");

-- CreateIndex
CREATE INDEX "PostRevision_kind_authorId_idx" ON "PostRevision"("kind", "authorId");

-- CreateIndex
CREATE INDEX "Comment_postId_type_createdAt_id_idx" ON "Comment"("postId", "type", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_postId_status_createdAt_id_idx" ON "Comment"("postId", "status", "createdAt", "id");
