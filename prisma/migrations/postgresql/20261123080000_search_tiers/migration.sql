-- Beside the table instead of in it, the words would look free to the planner: it would read all of them.
ALTER TABLE "SearchEntry" ALTER COLUMN "words" SET STORAGE MAIN;

-- The words of a post are entered for each tier apart (lib/search/index-postgres.ts): all posts are indexed anew in the
-- background once the site is served, the newest first.
INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post" ORDER BY "publishAt" DESC NULLS LAST;
