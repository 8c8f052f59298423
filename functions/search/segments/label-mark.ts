/** Between a value of a column and how articles write it. */
export const labelMark = '\n';
