-- What lists of a tag's or an author's posts are read from: copies of when a post is public, kept true whoever writes.
-- A post that is no list's business (a page, a draft, in the bin) has no "listedAt".

CREATE FUNCTION "listed_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT CASE WHEN "type" = 'post' AND "status" = 'published' THEN "publishAt" END, "unpublishAt"
    INTO NEW."listedAt", NEW."listedUntil" FROM "Post" WHERE "id" = NEW."postId";
    RETURN NEW;
END $$;
CREATE FUNCTION "listed_update"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "at" timestamp(3) := CASE WHEN NEW."type" = 'post' AND NEW."status" = 'published' THEN NEW."publishAt" END;
BEGIN
    UPDATE "PostTag" SET "listedAt" = "at", "listedUntil" = NEW."unpublishAt" WHERE "postId" = NEW."id";
    UPDATE "PostAuthor" SET "listedAt" = "at", "listedUntil" = NEW."unpublishAt" WHERE "postId" = NEW."id";
    RETURN NULL;
END $$;

CREATE TRIGGER "Post_listed_update" AFTER UPDATE OF "type", "status", "publishAt", "unpublishAt" ON "Post"
    FOR EACH ROW WHEN (OLD."type" IS DISTINCT FROM NEW."type" OR OLD."status" IS DISTINCT FROM NEW."status"
        OR OLD."publishAt" IS DISTINCT FROM NEW."publishAt" OR OLD."unpublishAt" IS DISTINCT FROM NEW."unpublishAt")
    EXECUTE FUNCTION "listed_update"();

CREATE TRIGGER "PostTag_listed_insert" BEFORE INSERT ON "PostTag"
    FOR EACH ROW EXECUTE FUNCTION "listed_insert"();
UPDATE "PostTag" r SET
    "listedAt" = CASE WHEN p."type" = 'post' AND p."status" = 'published' THEN p."publishAt" END,
    "listedUntil" = p."unpublishAt"
FROM "Post" p WHERE p."id" = r."postId";

CREATE TRIGGER "PostAuthor_listed_insert" BEFORE INSERT ON "PostAuthor"
    FOR EACH ROW EXECUTE FUNCTION "listed_insert"();
UPDATE "PostAuthor" r SET
    "listedAt" = CASE WHEN p."type" = 'post' AND p."status" = 'published' THEN p."publishAt" END,
    "listedUntil" = p."unpublishAt"
FROM "Post" p WHERE p."id" = r."postId";
