/**
 * Ordinary Java objects that several processes use, as Python's {@code multiprocessing.Manager}:
 * they live in a process of their own, and everybody else has proxies.
 */
package speedup.manager;
