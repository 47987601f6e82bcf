/** How values and messages cross between processes. */
package speedup.wire;
