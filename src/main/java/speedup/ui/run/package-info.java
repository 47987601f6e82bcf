/** The Run view: choose a workload, run it, watch it live, read the result. */
package speedup.ui.run;
