import { AppError } from '@/lib/errors';
import { can, type Actor, type Capability } from './actor';

/**
 * The check at the head of every write. Answers with the actor, or throws: signed out is told to sign in, and who may
 * not act is told no more than that.
 */
export function requireCapability(actor: Actor | null, capability: Capability): Actor {
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  if (!can(actor, capability)) throw new AppError('forbidden', 'Your role does not allow this.');
  return actor;
}
