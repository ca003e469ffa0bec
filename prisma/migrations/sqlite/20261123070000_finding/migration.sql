-- What staff look for by words: comments, pictures, people and tags (lib/search/finding.ts). The schema language knows no
-- virtual tables and no triggers, so this is written by hand.

-- Which row of the index is which row of ours. "place" grows with the moment at which that was made: read from the end,
-- newest first.
CREATE TABLE "FindEntry" (
    "place" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL
);
CREATE UNIQUE INDEX "FindEntry_rowId_key" ON "FindEntry"("rowId");

-- The words, not the texts. Each begins with the letter of its kind, so that one kind never meets another's.
CREATE VIRTUAL TABLE "FindWords" USING fts5(
    "words", content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '3'
);

CREATE TRIGGER "FindEntry_delete" AFTER DELETE ON "FindEntry" BEGIN
    DELETE FROM "FindWords" WHERE rowid = OLD."place";
END;

-- What has changed and is not indexed yet. Rows are only added, so that writers never wait for each other.
CREATE TABLE "FindQueue" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL
);

CREATE TRIGGER "FindQueue_comment_insert" AFTER INSERT ON "Comment" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('comment', NEW."id");
END;
CREATE TRIGGER "FindQueue_comment_delete" AFTER DELETE ON "Comment" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('comment', OLD."id");
END;
CREATE TRIGGER "FindQueue_comment_update" AFTER UPDATE OF "body", "authorName", "authorId", "status", "postId", "createdAt" ON "Comment"
WHEN OLD."body" IS NOT NEW."body" OR OLD."authorName" IS NOT NEW."authorName"
    OR OLD."authorId" IS NOT NEW."authorId" OR OLD."status" IS NOT NEW."status"
    OR OLD."postId" IS NOT NEW."postId" OR OLD."createdAt" IS NOT NEW."createdAt"
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('comment', NEW."id");
END;
CREATE TRIGGER "FindQueue_media_insert" AFTER INSERT ON "Media" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('media', NEW."id");
END;
CREATE TRIGGER "FindQueue_media_delete" AFTER DELETE ON "Media" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('media', OLD."id");
END;
CREATE TRIGGER "FindQueue_media_update" AFTER UPDATE OF "alt", "caption", "credit", "fileName", "key", "deletedAt" ON "Media"
WHEN OLD."alt" IS NOT NEW."alt" OR OLD."caption" IS NOT NEW."caption" OR OLD."credit" IS NOT NEW."credit"
    OR OLD."fileName" IS NOT NEW."fileName" OR OLD."key" IS NOT NEW."key"
    OR OLD."deletedAt" IS NOT NEW."deletedAt"
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('media', NEW."id");
END;
CREATE TRIGGER "FindQueue_user_insert" AFTER INSERT ON "User" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('user', NEW."id");
END;
CREATE TRIGGER "FindQueue_user_delete" AFTER DELETE ON "User" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('user', OLD."id");
END;
CREATE TRIGGER "FindQueue_user_update" AFTER UPDATE OF "name", "email", "role", "deletedAt" ON "User"
WHEN OLD."name" IS NOT NEW."name" OR OLD."email" IS NOT NEW."email" OR OLD."role" IS NOT NEW."role"
    OR OLD."deletedAt" IS NOT NEW."deletedAt"
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('user', NEW."id");
END;
CREATE TRIGGER "FindQueue_tag_insert" AFTER INSERT ON "Tag" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('tag', NEW."id");
END;
CREATE TRIGGER "FindQueue_tag_delete" AFTER DELETE ON "Tag" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('tag', OLD."id");
END;
CREATE TRIGGER "FindQueue_tag_update" AFTER UPDATE OF "name", "slug" ON "Tag"
WHEN OLD."name" IS NOT NEW."name" OR OLD."slug" IS NOT NEW."slug"
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('tag', NEW."id");
END;
CREATE TRIGGER "FindQueue_author_name" AFTER UPDATE OF "name" ON "User" WHEN OLD."name" IS NOT NEW."name" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'comment', "id" FROM "Comment" WHERE "authorId" = NEW."id";
END;

-- What is there already is indexed in the background once the site is served: what is few first, then the newest comments.
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'tag', "id" FROM "Tag";
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'user', "id" FROM "User" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'media', "id" FROM "Media" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'comment', "id" FROM "Comment" ORDER BY "id" DESC;
