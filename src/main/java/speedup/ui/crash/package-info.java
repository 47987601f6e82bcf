/** A bug of this program: noted, told once, and the program goes on. */
package speedup.ui.crash;
