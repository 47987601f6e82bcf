package speedup.workload;

/**
 * Rows of a source, and what to do with them.
 *
 * @param firstId id of a row
 * @param skip how many rows after it the first one is
 * @param rows how many
 */
public record RowSlice(RowSource source, long firstId, long skip, long rows) {
  /**
   * The same work as in the flow, in one process and into a database in memory. Makes the code hot
   * and tells how long a row takes.
   */
  public record Task() implements SliceTask<RowSlice, SavedRows> {
    @Override
    public SavedRows run(RowSlice slice) throws Exception {
      var source = slice.source();
      try (var from = source.open();
          var to = TargetDatabase.create(source.library(), Sqlite.IN_MEMORY)) {
        var number = 0;
        for (var done = 0L; done < slice.rows(); done += source.batch()) {
          var count = (int) Math.min(source.batch(), slice.rows() - done);
          var batch = from.read(number++, slice.firstId(), slice.skip() + done, count);
          to.save(RowBatch.fromBytes(batch.transformed(source.rounds()).toBytes()));
        }
        return to.readBack();
      }
    }
  }
}
