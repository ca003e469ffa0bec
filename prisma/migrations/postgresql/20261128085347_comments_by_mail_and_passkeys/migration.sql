-- CreateTable
CREATE TABLE "MailedComment" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "formKey" TEXT NOT NULL,
    "addressHash" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "parentId" TEXT,
    "sealed" TEXT NOT NULL,
    "userId" TEXT,
    "commentId" TEXT,
    "provedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailedComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "transports" TEXT NOT NULL DEFAULT '[]',
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionProof" (
    "sessionId" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SessionProof_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "PasskeyOffer" (
    "userId" TEXT NOT NULL,
    "dismissedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PasskeyOffer_pkey" PRIMARY KEY ("userId")
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
