/** The view of the runs that are kept. */
package speedup.ui.history;
