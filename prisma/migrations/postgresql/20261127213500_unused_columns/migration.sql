-- Written by hand: on SQLite the schema engine would write each table anew.
ALTER TABLE "Post" DROP COLUMN "contents";
ALTER TABLE "Media" DROP COLUMN "focalX";
ALTER TABLE "Media" DROP COLUMN "focalY";
ALTER TABLE "Redirect" DROP COLUMN "hits";
ALTER TABLE "Comment" DROP COLUMN "moderationNote";

-- Stored names in the words of the code.
UPDATE "Outbox" SET "event" = 'email' WHERE "event" = 'letter';
UPDATE "AuditEntry" SET "action" = 'user.' || substr("action", 8), "subjectType" = 'user' WHERE "subjectType" = 'person';
