/** Charts of the workbench: drawn on a canvas, at most once a pulse, told apart without colour. */
package speedup.ui.chart;
