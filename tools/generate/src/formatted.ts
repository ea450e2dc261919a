import path from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';

/** As Prettier would leave the file, so that formatting and generating never disagree. */
export async function formatted(root: string, file: string, text: string): Promise<string> {
  const filepath = path.join(root, file);
  const info = await getFileInfo(filepath, { ignorePath: path.join(root, '.prettierignore') });
  return info.ignored || info.inferredParser === null
    ? text
    : format(text, { ...(await resolveConfig(filepath)), filepath });
}
