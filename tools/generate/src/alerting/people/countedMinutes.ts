/** Over how many minutes cells are counted that a rule tells of by their number: none for so long, and it ends. */
export const countedMinutes = 15;
