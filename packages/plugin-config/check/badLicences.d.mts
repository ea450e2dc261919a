/** "package: licence" of each package in the plugin's source maps that Apache software may not contain. */
export function badLicences(folder: string, modules: string): string[];
