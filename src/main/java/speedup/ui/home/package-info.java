/** Where the window begins: what to do first, and the runs of late. */
package speedup.ui.home;
