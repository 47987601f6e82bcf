/** From a request to a report: plans runs, executes them on engines, checks and times them. */
package speedup.experiment;
