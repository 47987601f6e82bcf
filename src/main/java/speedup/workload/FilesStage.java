package speedup.workload;

/**
 * A stage whose items are the files of a folder. A worker is told their names and reads them from
 * the disk.
 *
 * @param files what there is
 * @param task what is done with some of them
 * @param <R> result for these
 */
record FilesStage<R>(FolderFiles files, SliceTask<FolderSlice, R> task)
    implements Stage<FolderSlice, R> {
  @Override
  public long items() {
    return files.names().size();
  }

  @Override
  public FolderSlice slice(long from, long to) {
    return new FolderSlice(files.folder().toString(), files.names().subList((int) from, (int) to));
  }
}
