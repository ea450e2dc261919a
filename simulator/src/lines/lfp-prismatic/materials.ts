/** Lots that arrive from suppliers: how they are named and for how many items of the consuming station one is enough. */
export const materials: Readonly<Record<string, { prefix: string; items: number }>> = {
  active_c: { prefix: 'LFP', items: 3 },
  active_a: { prefix: 'GR', items: 3 },
  binder: { prefix: 'PVDF', items: 6 },
  solvent: { prefix: 'NMP', items: 4 },
  foil_c: { prefix: 'ALF', items: 8 },
  foil_a: { prefix: 'CUF', items: 8 },
  separator: { prefix: 'SEP', items: 420 },
  tab: { prefix: 'TAB', items: 900 },
  can: { prefix: 'CAN', items: 600 },
  lid: { prefix: 'LID', items: 600 },
  electrolyte: { prefix: 'EL', items: 1250 },
  busbar: { prefix: 'BUS', items: 40 },
  housing: { prefix: 'HSG', items: 20 },
};
