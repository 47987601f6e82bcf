/** CPython beside us: finds it, and runs chunks on its {@code multiprocessing.Pool}. */
package speedup.python;
