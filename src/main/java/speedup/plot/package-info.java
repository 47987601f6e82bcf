/**
 * Draws results on any surface: in the window, as SVG, as a picture. Knows no window system, so
 * that reports are made without one.
 */
package speedup.plot;
