export { type Run } from './Run';
export { allOrFirstError } from './allOrFirstError';
export { binDir, pluginDir, root } from './paths';
export { createProgress, type Progress } from './progress';
export { mustRun, runProgram } from './runProgram';
export { StackError } from './stackError';
export { archive } from './build/archive';
export {
  backendBinary,
  build,
  buildBackend,
  buildPlugins,
  buildWorkbench,
  pluginFolders,
  keeperBinary,
  textsBinary,
} from './build/build';
export { findProgram } from './programs/findProgram';
export { installGoPrograms } from './programs/goPrograms';
export { requireProgram } from './programs/requireProgram';
export { findSystemProgram, installSystemPrograms, mayInstallSystemPrograms } from './programs/systemPrograms';
