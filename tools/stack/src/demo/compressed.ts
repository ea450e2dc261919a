/** By what the simulated line of the demo divides the times of trays; the plan is pushed with it, so that nothing comes too early. */
export const compressed = '150';
