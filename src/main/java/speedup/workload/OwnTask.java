package speedup.workload;

/** Calls a person's own method for each item of a slice. Implemented by compiled code. */
public interface OwnTask extends SliceTask<ItemSlice, ItemResults> {
  /** How long one item may take. */
  long millis();

  /** The loop over the items. */
  void each(OwnItems items) throws Throwable;

  @Override
  default ItemResults run(ItemSlice slice) throws Exception {
    try (var watch = TaskWatch.start(millis(), slice.from(), item -> "item " + item);
        var items = new OwnItems(slice, watch)) {
      try {
        each(items);
      } catch (OutOfMemoryError e) {
        throw e; // the worker is of no use any more: the pool knows what to do
      } catch (Throwable e) { // whatever the method throws
        if (watch.stopped()) {
          throw new OwnTaskException(watch.sentence(items.item()));
        }
        if (e instanceof InterruptedException || e instanceof OwnTaskException) {
          throw (Exception) e;
        }
        throw OwnTaskException.of(e, items.item(), getClass());
      }
      return items.results();
    }
  }
}
