/** The Run view: what to run, the race, the workers and the verdict. */
package speedup.ui.run;
