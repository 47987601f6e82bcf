/**
 * What several processes share: locks, and whatever else they meet at. An object of this package is
 * passed to a task or a child process like any argument, and works the same on both sides.
 */
package speedup.ipc;
