import type { Locator } from '@playwright/test';
import { expect } from './site';

/** Waits until the page's script answers a form: what is pressed before is sent by the browser itself. */
export async function untilHydrated(form: Locator) {
  const isHydrated = () =>
    form.evaluate((element) => Object.keys(element).some((name) => name.startsWith('__reactProps$')));
  await expect.poll(isHydrated).toBe(true);
}
