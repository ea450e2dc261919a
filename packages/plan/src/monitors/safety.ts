/**
 * How long (s) no cell of a machine is out of spec in a characteristic of severity `safety` until what people were told of it is over. A cell
 * after that is news; before, the same cause goes on.
 */
export const safetyQuietS = 24 * 3600;
