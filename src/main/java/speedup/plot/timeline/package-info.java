/** The timeline of a run: what is visible of it, and how it is drawn. */
package speedup.plot.timeline;
