/** Labels of lib that the admin writes with `t`, by the name of their register. */
export const registers: Readonly<Record<string, readonly string[]>> = {};
