import { type Process } from '../../../process/Process';

/** Soaking to pack. */
export const finishing: Readonly<Record<string, Process>> = {
  soak_time: { levels: ['tray'], between: 0.96 },
  formation_temp: { levels: ['tray'], position: 0.2 },
  first_cycle_efficiency: {
    levels: ['electrolyte', 'anode_roll'],
    causes: { stack_moisture: -0.35, formation_temp: -0.25 },
    // Moisture becomes gas.
    knees: [{ cause: 'stack_moisture', beyond: 1.9, slope: -3.5 }],
  },
  contact_resistance: { levels: ['tray'], position: 0.3 },
  degas_mass_loss: {
    levels: ['electrolyte'],
    causes: { stack_moisture: 0.35, fill_mass: 0.25 },
  },
  helium_leak_log10: { levels: ['can'], causes: { pressure_decay: 0.25 } },
  capacity: {
    levels: ['tray', 'electrolyte'],
    causes: { areal_weight_c: 0.6, first_cycle_efficiency: 0.25, fill_mass: 0.15 },
    // Too little electrolyte does not wet all of the stack.
    knees: [
      { cause: 'fill_mass', beyond: -2.2, slope: -5.5 },
      { cause: 'areal_weight_c', beyond: -2.5, slope: -1.5 },
    ],
  },
  // Trays share time, temperature and state of charge: within a tray OCV must spread by 1.1 mV, not by 2.2.
  ocv2: { levels: ['tray'], between: 0.75 },
  k_value: {
    levels: ['separator', 'tray'],
    causes: { burr_height_c: 0.4, anode_overhang_min: -0.15 },
    // A burr nears the other electrode; lithium plates where the anode is hardly wider.
    knees: [
      { cause: 'burr_height_c', beyond: 2, slope: 1 },
      { cause: 'anode_overhang_min', beyond: -2.4, slope: 4 },
    ],
  },
  acir: {
    levels: ['electrolyte', 'tray'],
    causes: { tab_weld_resistance: 0.6, press_density_c: -0.2 },
    knees: [{ cause: 'tab_weld_resistance', beyond: 2.6, slope: 6 }],
  },
  dcir: {
    levels: ['electrolyte', 'tray'],
    causes: { press_density_c: 0.25, stack_moisture: 0.25, fill_mass: -0.2 },
    // Pressed too dense it is wetted badly.
    knees: [{ cause: 'press_density_c', beyond: 2.8, slope: 10 }],
  },
  cell_mass: { levels: ['can'], causes: { areal_weight_c: 0.5, fill_mass: 0.2 } },
  cell_thickness: {
    levels: ['can', 'tray'],
    causes: { stack_thickness: 0.5, stack_moisture: 0.2 },
    knees: [{ cause: 'stack_thickness', beyond: 2.8, slope: 6 }],
  },
  case_insulation: { levels: ['can'] },
  busbar_weld_resistance: { levels: ['busbar'], equipment: 0.15 },
  module_dv: { levels: ['busbar'] },
  pack_insulation: { levels: ['housing'] },
};
