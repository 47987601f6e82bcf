/** The view of what every worker of a finished run did when. */
package speedup.ui.timeline;
