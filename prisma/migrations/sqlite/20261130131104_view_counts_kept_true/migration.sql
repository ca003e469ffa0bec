-- What the list of posts in the admin is sorted from by views: a row for each post, kept true with every change of posts and
-- counts of views.
CREATE TRIGGER "PostViewCount_post_insert" AFTER INSERT ON "Post" BEGIN
    INSERT INTO "PostViewCount" ("postId", "type", "status", "publishAt", "unpublishAt", "count") VALUES (
        NEW."id", NEW."type", NEW."status", NEW."publishAt", NEW."unpublishAt",
        COALESCE((
            SELECT "count" FROM "ReaderStatistic"
            WHERE "period" = 'total' AND "dimension" = 'post' AND "bucket" = '' AND "value" = NEW."id"
        ), 0)
    );
END;
CREATE TRIGGER "PostViewCount_post_update" AFTER UPDATE OF "type", "status", "publishAt", "unpublishAt" ON "Post"
WHEN OLD."type" IS NOT NEW."type" OR OLD."status" IS NOT NEW."status" OR OLD."publishAt" IS NOT NEW."publishAt"
    OR OLD."unpublishAt" IS NOT NEW."unpublishAt"
BEGIN
    UPDATE "PostViewCount" SET
        "type" = NEW."type", "status" = NEW."status", "publishAt" = NEW."publishAt", "unpublishAt" = NEW."unpublishAt"
    WHERE "postId" = NEW."id";
END;
CREATE TRIGGER "PostViewCount_count_insert" AFTER INSERT ON "ReaderStatistic"
WHEN NEW."period" = 'total' AND NEW."dimension" = 'post' AND NEW."bucket" = ''
BEGIN
    UPDATE "PostViewCount" SET "count" = NEW."count" WHERE "postId" = NEW."value";
END;
CREATE TRIGGER "PostViewCount_count_update" AFTER UPDATE OF "count" ON "ReaderStatistic"
WHEN NEW."period" = 'total' AND NEW."dimension" = 'post' AND NEW."bucket" = ''
BEGIN
    UPDATE "PostViewCount" SET "count" = NEW."count" WHERE "postId" = NEW."value";
END;
CREATE TRIGGER "PostViewCount_count_delete" AFTER DELETE ON "ReaderStatistic"
WHEN OLD."period" = 'total' AND OLD."dimension" = 'post' AND OLD."bucket" = ''
BEGIN
    UPDATE "PostViewCount" SET "count" = 0 WHERE "postId" = OLD."value";
END;

INSERT INTO "PostViewCount" ("postId", "type", "status", "publishAt", "unpublishAt", "count")
SELECT p."id", p."type", p."status", p."publishAt", p."unpublishAt", COALESCE(s."count", 0) FROM "Post" p
LEFT JOIN "ReaderStatistic" s
    ON s."period" = 'total' AND s."dimension" = 'post' AND s."bucket" = '' AND s."value" = p."id";
