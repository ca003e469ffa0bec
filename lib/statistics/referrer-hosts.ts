/** Stands for all hosts beyond those that a day names. */
export const OTHER_HOSTS = '*';
