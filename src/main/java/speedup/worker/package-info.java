/** The child JVM's side: reads chunks, runs tasks, reports. */
package speedup.worker;
