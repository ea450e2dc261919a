/** What of the chart is shown, and how wide. */
export interface Viewport {
  /** Shown stretch of x, in the units of the model's x. */
  from: number;
  to: number;
  /** Width of the plot in device-independent pixels. */
  width: number;
}
