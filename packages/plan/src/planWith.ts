/** Parts of the small plan that a test states itself, as YAML. */
export interface Parts {
  characteristics?: string;
  station?: string;
  calendar?: string;
  areas?: string;
  /** Further keys of the plan, from the line's start. */
  rest?: string;
}

/** The smallest valid plan, with what a test is about put into it. */
export function planWith({
  characteristics = "[{ id: force, name: Force, unit: 'suffix:kN' }]",
  station = '',
  calendar = 'timezone: UTC',
  areas = '[{ id: a1, name: A, lines: [{ id: l1, equipment: [{ id: press-01, station: press, positions: [left, right] }, { id: oven-01, station: bake }] }] }]',
  rest = '',
}: Parts = {}): string {
  return `plan: { number: n, title: t, revision: 1, phase: prototype, effective_from: 2026-01-01T00:00:00Z, fmea: f, team: [],
  approvals: [{ name: a, role: r, date: 2026-01-01 }, { name: b, role: r, date: 2026-01-01 }] }
enterprise: acme
products: [{ id: p1, name: P }]
sites: [{ id: s1, name: S, calendar: { ${calendar} }, areas: ${areas} }]
stations:
  - { id: press, name: Press, item: cell, characteristics: ${characteristics} }
  - { id: bake, name: Bake, item: tray, gate: true, characteristics: []${station} }
${rest}
`;
}
