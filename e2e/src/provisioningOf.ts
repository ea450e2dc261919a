import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const root = join(__dirname, '../..');

interface RuleFile {
  groups: Array<{ rules: Array<{ uid: string }> }>;
}

/** What is provisioned with these of its alert rules alone: the folder, and what removes it. */
export function provisioningOf(...uids: string[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cellthread-provisioning-'));
  cpSync(join(root, 'provisioning'), folder, { recursive: true });
  const file = join(folder, 'alerting/rules.yaml');
  const { groups, ...rest } = parse(readFileSync(file, 'utf8')) as RuleFile;
  const chosen = groups.flatMap((group) => {
    const rules = group.rules.filter(({ uid }) => uids.includes(uid));
    return rules.length > 0 ? [{ ...group, rules }] : [];
  });
  writeFileSync(file, stringify({ ...rest, groups: chosen }));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
