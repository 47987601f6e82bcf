/** The window: shell, themes, and one folder a view. */
package speedup.ui;
