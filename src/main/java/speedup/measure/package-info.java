/** What a run yields: events, samples, summaries, traces. Values only; nothing here starts anything. */
package speedup.measure;
