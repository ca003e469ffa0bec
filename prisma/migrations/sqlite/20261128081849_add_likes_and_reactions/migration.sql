CREATE TABLE "CommentLike" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("commentId", "userId"),
    CONSTRAINT "CommentLike_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CommentLike_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "PostReaction" (
    "postId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("postId", "userId", "kind"),
    CONSTRAINT "PostReaction_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostReaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "PostReactionCount" (
    "postId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("postId", "kind"),
    CONSTRAINT "PostReactionCount_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "CommentLike_userId_createdAt_commentId_idx" ON "CommentLike"("userId", "createdAt", "commentId");

CREATE INDEX "PostReaction_userId_createdAt_postId_idx" ON "PostReaction"("userId", "createdAt", "postId");

ALTER TABLE "Comment" ADD COLUMN "likeCount" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Comment" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Comment_postId_depth_path_type_status_descendantCount_idx" ON "Comment"("postId", "depth", "path", "type", "status", "descendantCount");

CREATE INDEX "Comment_postId_depth_rank_id_type_status_descendantCount_idx" ON "Comment"("postId", "depth", "rank", "id", "type", "status", "descendantCount");

CREATE INDEX "Comment_postId_moderatedAt_idx" ON "Comment"("postId", "moderatedAt");
