/** The plot's rectangle on the canvas, in canvas pixels. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Canvas pixels a device-independent pixel. */
  ratio: number;
}
