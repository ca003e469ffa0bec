ALTER TABLE "Post" ADD COLUMN "commentsClosing" TEXT NOT NULL DEFAULT 'site';
