export interface LayerRule {
  may?: string[];
  tests?: string[];
  pure?: boolean;
  host?: boolean;
}
export const layerRules: Record<string, LayerRule>;
export function layerFolders(root: string): string[];
export function layerFaults(folders: readonly string[], rules: Record<string, LayerRule>): string[];
