// The package is CommonJS marked __esModule; a default import from a .mjs file would get its whole exports object.
// @ts-expect-error the package ships no types for this path
import * as library from '../../node_modules/react-custom-scrollbars-2/lib/index.js';

export const Scrollbars = library.Scrollbars;
export default Scrollbars;
