/** Why nothing can be drawn, and what to do. */
export interface Missing {
  title: string;
  lines: string[];
}
