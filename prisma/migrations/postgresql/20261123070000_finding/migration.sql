-- What staff look for by words: comments, pictures, people and tags (lib/search/finding.ts). The schema language knows no
-- tsvector and no triggers, so this is written by hand.

-- The words of a row, folded by lib/search/words.ts. Each begins with the letter of its kind, so that one kind never meets
-- another's. "place" grows with the moment at which the row was made: read from the end, newest first.
CREATE TABLE "FindEntry" (
    "rowId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "words" tsvector NOT NULL,
    CONSTRAINT "FindEntry_pkey" PRIMARY KEY ("rowId")
);
CREATE INDEX "FindEntry_kind_place_rowId_idx" ON "FindEntry"("kind", "place", "rowId");
CREATE INDEX "FindEntry_words_idx" ON "FindEntry" USING GIN ("words");

-- What has changed and is not indexed yet. Rows are only added, so that writers never wait for each other.
CREATE TABLE "FindQueue" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    CONSTRAINT "FindQueue_pkey" PRIMARY KEY ("id")
);

-- Takes the kind of the rows as its argument.
CREATE FUNCTION "findQueue_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES (TG_ARGV[0], COALESCE(NEW."id", OLD."id"));
    RETURN NULL;
END $$;
CREATE FUNCTION "findQueue_authorName"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'comment', "id" FROM "Comment" WHERE "authorId" = NEW."id";
    RETURN NULL;
END $$;

CREATE TRIGGER "FindQueue_comment" AFTER INSERT OR DELETE ON "Comment"
    FOR EACH ROW EXECUTE FUNCTION "findQueue_row"('comment');
CREATE TRIGGER "FindQueue_comment_update" AFTER UPDATE OF "body", "authorName", "authorId", "status", "postId", "createdAt" ON "Comment"
    FOR EACH ROW WHEN (OLD."body" IS DISTINCT FROM NEW."body" OR OLD."authorName" IS DISTINCT FROM NEW."authorName"
        OR OLD."authorId" IS DISTINCT FROM NEW."authorId" OR OLD."status" IS DISTINCT FROM NEW."status"
        OR OLD."postId" IS DISTINCT FROM NEW."postId" OR OLD."createdAt" IS DISTINCT FROM NEW."createdAt")
    EXECUTE FUNCTION "findQueue_row"('comment');
CREATE TRIGGER "FindQueue_media" AFTER INSERT OR DELETE ON "Media"
    FOR EACH ROW EXECUTE FUNCTION "findQueue_row"('media');
CREATE TRIGGER "FindQueue_media_update" AFTER UPDATE OF "alt", "caption", "credit", "fileName", "key", "deletedAt" ON "Media"
    FOR EACH ROW WHEN (OLD."alt" IS DISTINCT FROM NEW."alt" OR OLD."caption" IS DISTINCT FROM NEW."caption"
        OR OLD."credit" IS DISTINCT FROM NEW."credit" OR OLD."fileName" IS DISTINCT FROM NEW."fileName"
        OR OLD."key" IS DISTINCT FROM NEW."key" OR OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt")
    EXECUTE FUNCTION "findQueue_row"('media');
CREATE TRIGGER "FindQueue_user" AFTER INSERT OR DELETE ON "User"
    FOR EACH ROW EXECUTE FUNCTION "findQueue_row"('user');
CREATE TRIGGER "FindQueue_user_update" AFTER UPDATE OF "name", "email", "role", "deletedAt" ON "User"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."email" IS DISTINCT FROM NEW."email"
        OR OLD."role" IS DISTINCT FROM NEW."role" OR OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt")
    EXECUTE FUNCTION "findQueue_row"('user');
CREATE TRIGGER "FindQueue_tag" AFTER INSERT OR DELETE ON "Tag"
    FOR EACH ROW EXECUTE FUNCTION "findQueue_row"('tag');
CREATE TRIGGER "FindQueue_tag_update" AFTER UPDATE OF "name", "slug" ON "Tag"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name" OR OLD."slug" IS DISTINCT FROM NEW."slug")
    EXECUTE FUNCTION "findQueue_row"('tag');
CREATE TRIGGER "FindQueue_author_name" AFTER UPDATE OF "name" ON "User"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "findQueue_authorName"();

-- What is there already is indexed in the background once the site is served: what is few first, then the newest comments.
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'tag', "id" FROM "Tag";
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'user', "id" FROM "User" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'media', "id" FROM "Media" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'comment', "id" FROM "Comment" ORDER BY "id" DESC;
