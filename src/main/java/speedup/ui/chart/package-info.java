/** Charts drawn on a canvas, at most once a frame, from plain values. */
package speedup.ui.chart;
