import { type Defect } from '../Defect';

// Split after published yield levels: electrode 2.0 %, assembly 1.5, leak 0.5, formation and capacity 1.0, aging 0.6,
// end of line 0.4. From formation on half of it is not drawn here: it follows from what happened before (the knees of
// `process/finishing.ts`).
export const defects: readonly Defect[] = [
  { characteristic: 'anode_overhang_min', side: 'low', rate: 0.0045, falseAlarm: 0.1, mended: 0 },
  { characteristic: 'stack_thickness', side: 'high', rate: 0.0035, falseAlarm: 0.1, mended: 0 },
  { characteristic: 'hipot_resistance', side: 'low', rate: 0.005, falseAlarm: 0, mended: 0 },
  { characteristic: 'weld_energy', side: 'low', rate: 0.0015, falseAlarm: 0.1, mended: 0.6, note: 'tabs welded again' },
  {
    characteristic: 'tab_weld_resistance',
    side: 'high',
    rate: 0.004,
    falseAlarm: 0.1,
    mended: 0.6,
    note: 'tabs welded again',
  },
  {
    characteristic: 'cell_length',
    side: 'high',
    rate: 0.002,
    falseAlarm: 0.4,
    mended: 0,
    note: 'spatter on the fixture, cleaned',
  },
  {
    characteristic: 'seal_weld_depth',
    side: 'low',
    rate: 0.0025,
    falseAlarm: 0.1,
    mended: 0.5,
    note: 'seam welded again',
  },
  { characteristic: 'pressure_decay', side: 'high', rate: 0.0045, falseAlarm: 0.3, mended: 0 },
  {
    characteristic: 'fill_mass',
    side: 'low',
    rate: 0.005,
    falseAlarm: 0.2,
    mended: 0.75,
    note: 'top-up after low first dose',
  },
  { characteristic: 'first_cycle_efficiency', side: 'low', rate: 0.0012, falseAlarm: 0.05, mended: 0 },
  { characteristic: 'contact_resistance', side: 'high', rate: 0.0023, falseAlarm: 0.8, mended: 0 },
  { characteristic: 'degas_mass_loss', side: 'high', rate: 0.001, falseAlarm: 0, mended: 0 },
  {
    characteristic: 'helium_leak_log10',
    side: 'high',
    rate: 0.002,
    falseAlarm: 0.3,
    mended: 0.3,
    note: 'sealed again',
  },
  { characteristic: 'capacity', side: 'low', rate: 0.0028, falseAlarm: 0.15, mended: 0 },
  { characteristic: 'k_value', side: 'high', rate: 0.002, falseAlarm: 0, mended: 0 },
  { characteristic: 'ocv_dev_tray', side: 'low', rate: 0.0013, falseAlarm: 0, mended: 0 },
  { characteristic: 'acir', side: 'high', rate: 0.0008, falseAlarm: 0.6, mended: 0 },
  { characteristic: 'dcir', side: 'high', rate: 0.0005, falseAlarm: 0.4, mended: 0 },
  { characteristic: 'cell_thickness', side: 'high', rate: 0.0004, falseAlarm: 0.2, mended: 0 },
  { characteristic: 'case_insulation', side: 'low', rate: 0.0003, falseAlarm: 0.5, mended: 0 },
];

/** Place of a characteristic's defect in the table. */
export const defectOf = (characteristic: string): number =>
  defects.findIndex((defect) => defect.characteristic === characteristic);
