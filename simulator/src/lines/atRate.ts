import { type Plant } from '../plant/Plant';

/** The same plant making `rate` times as many items: cycles are shorter, lots larger, so that they last as long. */
export function atRate(plant: Plant, rate: number): Plant {
  const { model } = plant;
  return rate === 1
    ? plant
    : {
        ...plant,
        model: {
          ...model,
          taktMs: (line) => Math.max(1, Math.round(model.taktMs(line) / rate)),
          time(station, line) {
            const { cycleS, ...rest } = model.time(station, line);
            return { ...rest, cycleS: cycleS / rate };
          },
          lots(material) {
            const { prefix, items } = model.lots(material);
            return { prefix, items: items * rate };
          },
        },
      };
}
