/** The window: the shell, its look and its words; one folder below for each view. */
package speedup.ui;
