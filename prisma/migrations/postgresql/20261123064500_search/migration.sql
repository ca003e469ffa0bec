-- Full-text search (lib/search). The schema language knows no tsvector and no triggers, so this is written by hand.

-- The words of a post, folded by lib/search/words.ts, so that no extension and no locale of the server matters.
-- "place" grows with the moment of publication: read from the end, newest first.
CREATE TABLE "SearchEntry" (
    "postId" TEXT NOT NULL,
    "place" BIGINT NOT NULL,
    "words" tsvector NOT NULL,
    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("postId"),
    CONSTRAINT "SearchEntry_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SearchEntry_place_postId_idx" ON "SearchEntry"("place", "postId");
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("words");

-- What has changed and is not indexed yet. Rows are only added, so that writers never wait for each other.
CREATE TABLE "SearchQueue" (
    "id" BIGSERIAL NOT NULL,
    "postId" TEXT NOT NULL,
    CONSTRAINT "SearchQueue_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "searchQueue_post"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (NEW."id");
    RETURN NULL;
END $$;
CREATE FUNCTION "searchQueue_relation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "SearchQueue" ("postId") VALUES (COALESCE(NEW."postId", OLD."postId"));
    RETURN NULL;
END $$;
CREATE FUNCTION "searchQueue_tagName"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "SearchQueue" ("postId") SELECT "postId" FROM "PostTag" WHERE "tagId" = NEW."id";
    RETURN NULL;
END $$;
CREATE FUNCTION "searchQueue_authorName"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "SearchQueue" ("postId") SELECT "postId" FROM "PostAuthor" WHERE "userId" = NEW."id";
    RETURN NULL;
END $$;

CREATE TRIGGER "SearchQueue_post_insert" AFTER INSERT ON "Post"
    FOR EACH ROW EXECUTE FUNCTION "searchQueue_post"();
CREATE TRIGGER "SearchQueue_post_update" AFTER UPDATE OF "title", "subtitle", "bodyText", "publishAt" ON "Post"
    FOR EACH ROW WHEN (OLD."title" IS DISTINCT FROM NEW."title" OR OLD."subtitle" IS DISTINCT FROM NEW."subtitle"
        OR OLD."bodyText" IS DISTINCT FROM NEW."bodyText" OR OLD."publishAt" IS DISTINCT FROM NEW."publishAt")
    EXECUTE FUNCTION "searchQueue_post"();
CREATE TRIGGER "SearchQueue_tag" AFTER INSERT OR DELETE OR UPDATE OF "tagId" ON "PostTag"
    FOR EACH ROW EXECUTE FUNCTION "searchQueue_relation"();
CREATE TRIGGER "SearchQueue_author" AFTER INSERT OR DELETE OR UPDATE OF "userId" ON "PostAuthor"
    FOR EACH ROW EXECUTE FUNCTION "searchQueue_relation"();
CREATE TRIGGER "SearchQueue_tag_name" AFTER UPDATE OF "name" ON "Tag"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "searchQueue_tagName"();
CREATE TRIGGER "SearchQueue_author_name" AFTER UPDATE OF "name" ON "User"
    FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION "searchQueue_authorName"();

INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post";
