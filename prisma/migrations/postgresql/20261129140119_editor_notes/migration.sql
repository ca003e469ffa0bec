-- AlterTable
ALTER TABLE "NotificationChoice" ADD COLUMN     "notes" TEXT NOT NULL DEFAULT 'at-once';

-- CreateTable
CREATE TABLE "EditorNote" (
    "id" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "parentId" TEXT,
    "authorId" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'note',
    "body" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "EditorNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteNotification" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "readAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NoteNotification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EditorNote_postId_parentId_resolvedAt_idx" ON "EditorNote"("postId", "parentId", "resolvedAt");

-- CreateIndex
CREATE INDEX "EditorNote_parentId_id_idx" ON "EditorNote"("parentId", "id");

-- CreateIndex
CREATE INDEX "EditorNote_authorId_idx" ON "EditorNote"("authorId");

-- CreateIndex
CREATE INDEX "NoteNotification_userId_readAt_id_idx" ON "NoteNotification"("userId", "readAt", "id");

-- CreateIndex
CREATE INDEX "NoteNotification_userId_id_idx" ON "NoteNotification"("userId", "id");

-- CreateIndex
CREATE INDEX "NoteNotification_noteId_idx" ON "NoteNotification"("noteId");

-- CreateIndex
CREATE INDEX "NoteNotification_createdAt_idx" ON "NoteNotification"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "NoteNotification_userId_noteId_key" ON "NoteNotification"("userId", "noteId");

-- AddForeignKey
ALTER TABLE "EditorNote" ADD CONSTRAINT "EditorNote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorNote" ADD CONSTRAINT "EditorNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorNote" ADD CONSTRAINT "EditorNote_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "EditorNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteNotification" ADD CONSTRAINT "NoteNotification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteNotification" ADD CONSTRAINT "NoteNotification_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "EditorNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;
