/** The view of studies: how far a workload scales, and why it stops there. */
package speedup.ui.scaling;
