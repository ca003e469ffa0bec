-- CreateTable
CREATE TABLE "MailedComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "formKey" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "parentId" TEXT,
    "sealed" TEXT NOT NULL,
    "userId" TEXT,
    "commentId" TEXT,
    "provedAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT NOT NULL DEFAULT '[]',
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME
);

-- CreateTable
CREATE TABLE "SessionProof" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "confirmedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PasskeyOffer" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "dismissedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "MailedComment_hash_key" ON "MailedComment"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "MailedComment_formKey_key" ON "MailedComment"("formKey");

-- CreateIndex
CREATE INDEX "MailedComment_addressHash_idx" ON "MailedComment"("addressHash");

-- CreateIndex
CREATE INDEX "MailedComment_userId_idx" ON "MailedComment"("userId");

-- CreateIndex
CREATE INDEX "MailedComment_expiresAt_idx" ON "MailedComment"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_userId_createdAt_idx" ON "Passkey"("userId", "createdAt");
