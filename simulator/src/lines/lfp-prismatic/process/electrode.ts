import { type Process } from '../../../process/Process';

/** Mixing to notching: values of batches and rolls. */
export const electrode: Readonly<Record<string, Process>> = {
  slurry_viscosity_c: { levels: ['active_c'] },
  slurry_solids_c: { levels: ['active_c'] },
  slurry_fineness_c: { levels: ['active_c'] },
  areal_weight_c: { levels: ['slurry_c', 'cathode_roll'], position: 0.12 },
  areal_weight_a: { levels: ['slurry_a', 'anode_roll'], position: 0.12 },
  coat_misalign: { levels: ['cathode_roll'] },
  residual_solvent_c: { levels: ['slurry_c'] },
  peel_strength_c: { levels: ['slurry_c'], causes: { residual_solvent_c: -0.3 } },
  press_density_c: { levels: ['cathode_roll'], position: 0.05 },
  press_density_a: { levels: ['anode_roll'], position: 0.05 },
  electrode_thickness_c: {
    levels: ['cathode_roll'],
    causes: { areal_weight_c: 0.6, press_density_c: -0.5 },
  },
  slit_width_c: { levels: ['cathode_roll'], equipment: 0.1 },
  burr_height_c: { levels: ['cathode_roll'], wear: 0.35 },
  burr_height_a: { levels: ['anode_roll'], wear: 0.35 },
};
