package speedup.workload;

/**
 * Takes down what a part of a {@link Flow} does. For the thread of the part; times are those of
 * {@link System#nanoTime()} in its process. What is not taken down was waiting.
 */
public interface FlowLog {
  /** Nobody wants to know. */
  FlowLog NONE = new Nobody();

  /**
   * It worked on a batch.
   *
   * @param batch its number
   * @param items how many items are in it
   */
  void worked(int batch, int items, long from, long to);

  /** It had something to hand on, and no room for it. */
  void blocked(long from, long to);

  /** Called often, while it waits too: a good moment to pass on what was taken down. */
  void look(long now);

  /** Takes down nothing. */
  record Nobody() implements FlowLog {
    @Override
    public void worked(int batch, int items, long from, long to) {}

    @Override
    public void blocked(long from, long to) {}

    @Override
    public void look(long now) {}
  }
}
