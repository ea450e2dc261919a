import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goArrows } from './goArrows';
import { roomsOf } from './rooms';
import { typeScriptArrows } from './typeScriptArrows';

const root = mkdtempSync(path.join(tmpdir(), 'cellthread-rooms-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

test('an import of a neighbour is an arrow of the room, one of another folder or of a package is none', () => {
  write({
    'lib/a.ts': "import { b } from './b';\nimport { c } from '../other/c';\nimport fs from 'node:fs';\n",
    'lib/b.ts': 'export const b = 1;\n',
    'lib/a.test.ts': "import './a';\n",
    'other/c.ts': 'export const c = 1;\n',
  });
  const rooms = roomsOf(typeScriptArrows(root, ['lib', 'other']), () => 1);
  expect(rooms.map(({ name, files, arrows }) => [name, files, arrows])).toEqual([
    ['lib', 2, 1],
    ['other', 1, 0],
  ]);
});

test('a Go file uses another by function, method, type or constant, and what other packages declare is none of it', () => {
  write({
    'pkg/a/one.go': 'package a\n\nimport "fmt"\n\nfunc One(t Two) { fmt.Println(t.Name(), limit) }\n',
    'pkg/a/two.go': 'package a\n\ntype Two struct{}\n',
    'pkg/a/name.go': 'package a\n\nfunc (t Two) Name() string { return "" }\n',
    'pkg/a/limit.go': 'package a\n\nconst limit = 1\n',
    'pkg/a/one_test.go': 'package a\n\nvar _ = limit\n',
  });
  expect(Object.fromEntries(goArrows(root, 'pkg'))).toEqual({
    'pkg/a/one.go': ['pkg/a/limit.go', 'pkg/a/name.go', 'pkg/a/two.go'],
    'pkg/a/name.go': ['pkg/a/two.go'],
    'pkg/a/two.go': [],
    'pkg/a/limit.go': [],
  });
});
