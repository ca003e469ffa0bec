import 'server-only';
import { writer, type Tx } from '@/lib/db';
import { newId } from '@/lib/ids';

/** Fields that may say something about a text or a secret, but never the thing itself. */
const hidden = /body|password|code|token|text|html/i;

/** Enters an act in the audit log. Long texts and secrets are left out; the subject is the input's id, if it has one. */
export async function recordAudit(actor: { id: string | null }, action: string, input: unknown, tx: Tx = writer) {
  const data = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const kept = Object.entries(data).filter(([name, value]) => !hidden.test(name) && isPlain(value));
  await tx.auditEntry.create({
    data: {
      id: newId(),
      actorId: actor.id,
      action,
      subjectType: action.split('.')[0] ?? '',
      subjectId: typeof data.id === 'string' ? data.id : '',
      data: JSON.stringify(Object.fromEntries(kept)),
      createdAt: new Date(),
    },
  });
}

function isPlain(value: unknown) {
  return ['number', 'boolean'].includes(typeof value) || (typeof value === 'string' && value.length <= 300);
}
