-- Full-text search (lib/search). The schema language knows no virtual tables and no triggers, so this is written by hand.

-- Which row of the index is which post. "place" grows with the moment of publication: read from the end, newest first.
CREATE TABLE "SearchEntry" (
    "place" INTEGER NOT NULL PRIMARY KEY,
    "postId" TEXT NOT NULL,
    CONSTRAINT "SearchEntry_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "SearchEntry_postId_key" ON "SearchEntry"("postId");

-- The words, not the texts. They come folded (lib/search/words.ts): "ascii" cuts at spaces and leaves other scripts whole.
CREATE VIRTUAL TABLE "SearchWords" USING fts5(
    "title", "subtitle", "names", "body", content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

CREATE TRIGGER "SearchEntry_delete" AFTER DELETE ON "SearchEntry" BEGIN
    DELETE FROM "SearchWords" WHERE rowid = OLD."place";
END;

-- What has changed and is not indexed yet. Rows are only added, so that writers never wait for each other.
CREATE TABLE "SearchQueue" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" TEXT NOT NULL
);

CREATE TRIGGER "SearchQueue_post_insert" AFTER INSERT ON "Post" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."id");
END;
CREATE TRIGGER "SearchQueue_post_update" AFTER UPDATE OF "title", "subtitle", "bodyText", "publishAt" ON "Post"
WHEN OLD."title" IS NOT NEW."title" OR OLD."subtitle" IS NOT NEW."subtitle" OR OLD."bodyText" IS NOT NEW."bodyText"
    OR OLD."publishAt" IS NOT NEW."publishAt"
BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."id");
END;
CREATE TRIGGER "SearchQueue_tag_insert" AFTER INSERT ON "PostTag" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."postId");
END;
CREATE TRIGGER "SearchQueue_tag_update" AFTER UPDATE OF "tagId" ON "PostTag" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."postId");
END;
CREATE TRIGGER "SearchQueue_tag_delete" AFTER DELETE ON "PostTag" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (OLD."postId");
END;
CREATE TRIGGER "SearchQueue_author_insert" AFTER INSERT ON "PostAuthor" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."postId");
END;
CREATE TRIGGER "SearchQueue_author_update" AFTER UPDATE OF "userId" ON "PostAuthor" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."postId");
END;
CREATE TRIGGER "SearchQueue_author_delete" AFTER DELETE ON "PostAuthor" BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (OLD."postId");
END;
CREATE TRIGGER "SearchQueue_tag_name" AFTER UPDATE OF "name" ON "Tag" WHEN OLD."name" IS NOT NEW."name" BEGIN
    INSERT INTO "SearchQueue" ("postId") SELECT "postId" FROM "PostTag" WHERE "tagId" = NEW."id";
END;
CREATE TRIGGER "SearchQueue_author_name" AFTER UPDATE OF "name" ON "User" WHEN OLD."name" IS NOT NEW."name" BEGIN
    INSERT INTO "SearchQueue" ("postId") SELECT "postId" FROM "PostAuthor" WHERE "userId" = NEW."id";
END;

INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post";
