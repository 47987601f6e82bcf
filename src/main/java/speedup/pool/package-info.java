/**
 * The pool of child JVMs: starts them, feeds them, replaces those that die, says who died of what.
 */
package speedup.pool;
