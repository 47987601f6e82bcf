/** The editor for a person's own code. */
package speedup.ui.code;
