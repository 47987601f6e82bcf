package speedup.workload;

/**
 * Where rows of a CSV file lie.
 *
 * @param offset the byte at which a row begins
 * @param line the number of its line in the file, from 1
 * @param skip rows from there on that belong to somebody else
 * @param rows how many rows come then
 */
public record CsvSlice(long offset, long line, long skip, long rows) {}
