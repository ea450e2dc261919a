/** Style of a panel on paper: what is pressed or typed into is left out. */
export const onPaper = { '@media print': { '& button, & input, & select, & textarea': { display: 'none' } } } as const;
