import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { newId } from '@/lib/platform/ids';
import { secrets } from '@/lib/secrets/secrets';

/** How long a browser is known, in seconds. */
export const DEVICE_SECONDS = 400 * 24 * 60 * 60;
/** Accounts that one browser is known for; the oldest gives way. */
const MAX_DEVICES = 6;

/**
 * A browser and the accounts that were created or signed in to there. It grants nothing: their owners have rate limits
 * of their own there, which no stranger can use up, and keep the password they chose when they confirm their address.
 */
export type Device = { id: string; accounts: string[] };

/** A browser that nothing is known of. */
export function newDevice(): Device {
  return { id: newId(), accounts: [] };
}

/** The same browser, now known for this account too. */
export function withAccount({ id, accounts }: Device, userId: string): Device {
  return { id, accounts: [...accounts.filter((one) => one !== userId), userId].slice(-MAX_DEVICES) };
}

/** The content of a cookie, or null if it is not ours. */
export async function readDevice(token: string | undefined): Promise<Device | null> {
  const claims = token ? await decode({ token, secret: deviceSecret() }).catch(() => null) : null;
  if (typeof claims?.device !== 'string' || !Array.isArray(claims.accounts)) return null;
  return { id: claims.device, accounts: claims.accounts.filter((id) => typeof id === 'string') };
}

/** The cookie of a browser: encrypted and signed, so that it names nobody and cannot be forged. */
export function writeDevice({ id, accounts }: Device) {
  return encode({ token: { device: id, accounts }, secret: deviceSecret(), maxAge: DEVICE_SECONDS });
}

function deviceSecret() {
  return `${secrets().signing}:device`;
}
