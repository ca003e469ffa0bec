CREATE TABLE "EditorNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "postId" TEXT NOT NULL,
    "parentId" TEXT,
    "authorId" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'note',
    "body" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "EditorNote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EditorNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "EditorNote_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "EditorNote" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "NoteNotification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "readAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "NoteNotification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "NoteNotification_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "EditorNote" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "EditorNote_postId_parentId_resolvedAt_idx" ON "EditorNote"("postId", "parentId", "resolvedAt");

CREATE INDEX "EditorNote_parentId_id_idx" ON "EditorNote"("parentId", "id");

CREATE INDEX "EditorNote_authorId_idx" ON "EditorNote"("authorId");

CREATE INDEX "NoteNotification_userId_readAt_id_idx" ON "NoteNotification"("userId", "readAt", "id");

CREATE INDEX "NoteNotification_userId_id_idx" ON "NoteNotification"("userId", "id");

CREATE INDEX "NoteNotification_noteId_idx" ON "NoteNotification"("noteId");

CREATE INDEX "NoteNotification_createdAt_idx" ON "NoteNotification"("createdAt");

CREATE UNIQUE INDEX "NoteNotification_userId_noteId_key" ON "NoteNotification"("userId", "noteId");

ALTER TABLE "NotificationChoice" ADD COLUMN "notes" TEXT NOT NULL DEFAULT 'at-once';
