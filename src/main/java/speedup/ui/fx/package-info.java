/** The border between the JavaFX thread and all others. */
package speedup.ui.fx;
