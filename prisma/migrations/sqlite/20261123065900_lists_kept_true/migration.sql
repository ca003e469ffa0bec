-- What lists of a tag's or an author's posts are read from: copies of when a post is public, kept true whoever writes.
-- A post that is no list's business (a page, a draft, in the bin) has no "listedAt".

CREATE TRIGGER "PostTag_listed_insert" AFTER INSERT ON "PostTag" BEGIN
    UPDATE "PostTag" SET ("listedAt", "listedUntil") = (
        SELECT CASE WHEN "type" = 'post' AND "status" = 'published' THEN "publishAt" END, "unpublishAt"
        FROM "Post" WHERE "id" = NEW."postId"
    ) WHERE "postId" = NEW."postId";
END;
CREATE TRIGGER "PostTag_listed_update" AFTER UPDATE OF "type", "status", "publishAt", "unpublishAt" ON "Post"
WHEN OLD."type" IS NOT NEW."type" OR OLD."status" IS NOT NEW."status" OR OLD."publishAt" IS NOT NEW."publishAt"
    OR OLD."unpublishAt" IS NOT NEW."unpublishAt"
BEGIN
    UPDATE "PostTag" SET
        "listedAt" = CASE WHEN NEW."type" = 'post' AND NEW."status" = 'published' THEN NEW."publishAt" END,
        "listedUntil" = NEW."unpublishAt"
    WHERE "postId" = NEW."id";
END;
UPDATE "PostTag" SET ("listedAt", "listedUntil") = (
    SELECT CASE WHEN "type" = 'post' AND "status" = 'published' THEN "publishAt" END, "unpublishAt"
    FROM "Post" WHERE "id" = "PostTag"."postId"
);

CREATE TRIGGER "PostAuthor_listed_insert" AFTER INSERT ON "PostAuthor" BEGIN
    UPDATE "PostAuthor" SET ("listedAt", "listedUntil") = (
        SELECT CASE WHEN "type" = 'post' AND "status" = 'published' THEN "publishAt" END, "unpublishAt"
        FROM "Post" WHERE "id" = NEW."postId"
    ) WHERE "postId" = NEW."postId";
END;
CREATE TRIGGER "PostAuthor_listed_update" AFTER UPDATE OF "type", "status", "publishAt", "unpublishAt" ON "Post"
WHEN OLD."type" IS NOT NEW."type" OR OLD."status" IS NOT NEW."status" OR OLD."publishAt" IS NOT NEW."publishAt"
    OR OLD."unpublishAt" IS NOT NEW."unpublishAt"
BEGIN
    UPDATE "PostAuthor" SET
        "listedAt" = CASE WHEN NEW."type" = 'post' AND NEW."status" = 'published' THEN NEW."publishAt" END,
        "listedUntil" = NEW."unpublishAt"
    WHERE "postId" = NEW."id";
END;
UPDATE "PostAuthor" SET ("listedAt", "listedUntil") = (
    SELECT CASE WHEN "type" = 'post' AND "status" = 'published' THEN "publishAt" END, "unpublishAt"
    FROM "Post" WHERE "id" = "PostAuthor"."postId"
);
