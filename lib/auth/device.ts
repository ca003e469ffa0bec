import 'server-only';
// With its extension, so that the browser tests, which plain Node loads, find it too.
import { cookies } from 'next/headers.js';
import { DEVICE_SECONDS, newDevice, readDevice, withAccount, writeDevice, type Device } from './device-record';
import { sessionCookieOptions } from './session';

export async function findDevice(): Promise<Device> {
  return (await readDevice((await cookies()).get(cookieName())?.value)) ?? newDevice();
}

/** Records that this account was created or signed in to in this browser. */
export async function rememberDevice(userId: string) {
  const device = await writeDevice(withAccount(await findDevice(), userId));
  (await cookies()).set(cookieName(), device, { ...sessionCookieOptions(), maxAge: DEVICE_SECONDS });
}

function cookieName() {
  return sessionCookieOptions().secure ? '__Host-device' : 'device';
}
