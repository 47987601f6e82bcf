/** What the shell and its views know of each other. */
package speedup.ui.view;
