/**
 * What a run yields: events, samples, summaries, traces, and the machine that it was made on.
 * Values; nothing here starts a worker.
 */
package speedup.measure;
