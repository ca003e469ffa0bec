import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { newId } from '@/lib/platform/ids';
import { secrets } from '@/lib/secrets/secrets';

export const DEVICE_SECONDS = 400 * 24 * 60 * 60;
const MAX_DEVICES = 6;

/** A browser and its known accounts. Grants no access, only separate rate limits that strangers cannot use up. */
export type Device = { id: string; accounts: string[] };

export function newDevice(): Device {
  return { id: newId(), accounts: [] };
}

export function withAccount({ id, accounts }: Device, userId: string): Device {
  return { id, accounts: [...accounts.filter((one) => one !== userId), userId].slice(-MAX_DEVICES) };
}

/** The device in a cookie, or null if invalid. */
export async function readDevice(token: string | undefined): Promise<Device | null> {
  const claims = token ? await decode({ token, secret: deviceSecret() }).catch(() => null) : null;
  if (typeof claims?.device !== 'string' || !Array.isArray(claims.accounts)) return null;
  return { id: claims.device, accounts: claims.accounts.filter((id) => typeof id === 'string') };
}

/** The cookie of a device: encrypted and signed, so that it reveals nothing and cannot be forged. */
export function writeDevice({ id, accounts }: Device) {
  return encode({ token: { device: id, accounts }, secret: deviceSecret(), maxAge: DEVICE_SECONDS });
}

function deviceSecret() {
  return `${secrets().signing}:device`;
}
