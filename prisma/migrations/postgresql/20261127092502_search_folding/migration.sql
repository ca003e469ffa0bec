-- The language of a post says which forms its words have.
CREATE TRIGGER "SearchQueue_post_locale" AFTER UPDATE OF "locale" ON "Post"
    FOR EACH ROW WHEN (OLD."locale" IS DISTINCT FROM NEW."locale") EXECUTE FUNCTION "searchQueue_post"();

-- Words are folded further than before (lib/search/folding.ts): everything is indexed anew in the background once the site
-- is served, the newest first. Until then each is found by what the index held of it.
INSERT INTO "SearchQueue" ("postId") SELECT "id" FROM "Post" ORDER BY "publishAt" DESC NULLS LAST;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'tag', "id" FROM "Tag";
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'user', "id" FROM "User" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'media', "id" FROM "Media" ORDER BY "createdAt" DESC;
INSERT INTO "FindQueue" ("kind", "rowId") SELECT 'comment', "id" FROM "Comment" ORDER BY "id" DESC;
