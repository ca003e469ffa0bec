-- What the list of posts in the admin is sorted from by views: a row for each post, kept true with every change of posts and
-- counts of views.
CREATE FUNCTION "postViewCount_insert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "PostViewCount" ("postId", "type", "status", "publishAt", "unpublishAt", "count") VALUES (
        NEW."id", NEW."type", NEW."status", NEW."publishAt", NEW."unpublishAt",
        COALESCE((
            SELECT "count" FROM "ReaderStatistic"
            WHERE "period" = 'total' AND "dimension" = 'post' AND "bucket" = '' AND "value" = NEW."id"
        ), 0)
    );
    RETURN NULL;
END $$;
CREATE FUNCTION "postViewCount_update"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "PostViewCount" SET
        "type" = NEW."type", "status" = NEW."status", "publishAt" = NEW."publishAt", "unpublishAt" = NEW."unpublishAt"
    WHERE "postId" = NEW."id";
    RETURN NULL;
END $$;
CREATE FUNCTION "postViewCount_count"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "PostViewCount" SET "count" = NEW."count" WHERE "postId" = NEW."value";
    RETURN NULL;
END $$;
CREATE FUNCTION "postViewCount_clear"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "PostViewCount" SET "count" = 0 WHERE "postId" = OLD."value";
    RETURN NULL;
END $$;

CREATE TRIGGER "PostViewCount_post_insert" AFTER INSERT ON "Post"
    FOR EACH ROW EXECUTE FUNCTION "postViewCount_insert"();
CREATE TRIGGER "PostViewCount_post_update" AFTER UPDATE OF "type", "status", "publishAt", "unpublishAt" ON "Post"
    FOR EACH ROW WHEN (OLD."type" IS DISTINCT FROM NEW."type" OR OLD."status" IS DISTINCT FROM NEW."status"
        OR OLD."publishAt" IS DISTINCT FROM NEW."publishAt" OR OLD."unpublishAt" IS DISTINCT FROM NEW."unpublishAt")
    EXECUTE FUNCTION "postViewCount_update"();
CREATE TRIGGER "PostViewCount_count" AFTER INSERT OR UPDATE OF "count" ON "ReaderStatistic"
    FOR EACH ROW WHEN (NEW."period" = 'total' AND NEW."dimension" = 'post' AND NEW."bucket" = '')
    EXECUTE FUNCTION "postViewCount_count"();
CREATE TRIGGER "PostViewCount_count_delete" AFTER DELETE ON "ReaderStatistic"
    FOR EACH ROW WHEN (OLD."period" = 'total' AND OLD."dimension" = 'post' AND OLD."bucket" = '')
    EXECUTE FUNCTION "postViewCount_clear"();

INSERT INTO "PostViewCount" ("postId", "type", "status", "publishAt", "unpublishAt", "count")
SELECT p."id", p."type", p."status", p."publishAt", p."unpublishAt", COALESCE(s."count", 0) FROM "Post" p
LEFT JOIN "ReaderStatistic" s
    ON s."period" = 'total' AND s."dimension" = 'post' AND s."bucket" = '' AND s."value" = p."id";
