-- Staff look for files by name (lib/search/admin-entries.ts).
CREATE TRIGGER "FindQueue_file_insert" AFTER INSERT ON "StoredFile" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('file', NEW."id");
END;
CREATE TRIGGER "FindQueue_file_delete" AFTER DELETE ON "StoredFile" BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('file', OLD."id");
END;
CREATE TRIGGER "FindQueue_file_update" AFTER UPDATE OF "fileName", "deletedAt" ON "StoredFile"
WHEN OLD."fileName" IS NOT NEW."fileName" OR OLD."deletedAt" IS NOT NEW."deletedAt"
BEGIN
    INSERT INTO "FindQueue" ("kind", "rowId") VALUES ('file', NEW."id");
END;
