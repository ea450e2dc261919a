export function badSources(folder: string): string[];
