/** Stands in for the package of this name, which refuses to be imported outside a React server. */
export const isServer = true;
