/** Until then a change is a slip put right; after it, everybody can read what stood before. */
export const FREE_EDIT_MINUTES = 15;
