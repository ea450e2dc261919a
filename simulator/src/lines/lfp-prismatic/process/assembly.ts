import { type Process } from '../../../process/Process';

/** Stacking to filling: values of single cells. */
export const assembly: Readonly<Record<string, Process>> = {
  anode_overhang_min: {
    levels: ['cathode_roll', 'anode_roll'],
    equipment: 0.08,
    causes: { slit_width_c: -0.2 },
  },
  stack_thickness: {
    levels: ['separator', 'anode_roll'],
    causes: { electrode_thickness_c: 0.5 },
  },
  hipot_resistance: {
    levels: ['separator'],
    causes: { burr_height_c: -0.2 },
  },
  weld_energy: { levels: ['tab'], equipment: 0.15 },
  tab_weld_resistance: {
    levels: ['tab'],
    equipment: 0.1,
    causes: { weld_energy: -0.35 },
  },
  tab_pull_force: { levels: ['tab'], causes: { tab_weld_resistance: -0.4 } },
  cell_length: { levels: ['can'], equipment: 0.12 },
  seal_weld_depth: { levels: ['can'], equipment: 0.12 },
  pressure_decay: { levels: ['can'], position: 0.05, causes: { seal_weld_depth: -0.2 } },
  stack_moisture: {
    levels: ['tray', 'separator'],
    causes: { dryroom_dewpoint: 0.2 },
  },
  fill_mass: { levels: ['electrolyte'], position: 0.1, wear: 0.05 },
  fill_vacuum: { levels: ['tray'], equipment: 0.1 },
  electrolyte_water: { levels: ['electrolyte'], between: 0.96 },
};
