/** The dialog for what a person chooses for the program as a whole. */
package speedup.ui.settings;
