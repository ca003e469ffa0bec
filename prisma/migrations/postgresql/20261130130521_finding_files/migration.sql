-- Staff look for files by name (lib/search/admin-entries.ts).
CREATE TRIGGER "FindQueue_file" AFTER INSERT OR DELETE ON "StoredFile"
    FOR EACH ROW EXECUTE FUNCTION "findQueue_row"('file');
CREATE TRIGGER "FindQueue_file_update" AFTER UPDATE OF "fileName", "deletedAt" ON "StoredFile"
    FOR EACH ROW WHEN (OLD."fileName" IS DISTINCT FROM NEW."fileName" OR OLD."deletedAt" IS DISTINCT FROM NEW."deletedAt")
    EXECUTE FUNCTION "findQueue_row"('file');
