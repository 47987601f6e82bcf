/** Speedup laws and fits: pure functions of measured times. */
package speedup.scaling;
