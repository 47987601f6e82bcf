package speedup.pool;

/** How many items go into a chunk: a given number, or by measured work. */
sealed interface ChunkSize {
  /** The next chunk's items, 1 or more. */
  int next(Pace pace, int left, int workers);

  /** Always the same. */
  record Fixed(int items) implements ChunkSize {
    /** Checks the number. */
    public Fixed {
      if (items < 1) {
        throw new IllegalArgumentException(
            "a chunk holds at least one item, not %d; leave the size out to have it chosen"
                .formatted(items));
      }
    }

    @Override
    public int next(Pace pace, int left, int workers) {
      return Math.min(items, left);
    }
  }

  /**
   * Half a millisecond of work, by what was measured so far: the hand-over then costs little, and a
   * worker reports far more often than 20 times a second. The first chunks hold one item, and
   * towards the end chunks get smaller, so that all workers end at about the same time.
   */
  record ByWork() implements ChunkSize {
    private static final double CHUNK_NANOS = 500_000;
    private static final int MAX = 1 << 16;
    private static final int SHARES = 4;

    @Override
    public int next(Pace pace, int left, int workers) {
      if (!pace.known()) {
        return 1;
      }
      var byTime = (int) Math.clamp(CHUNK_NANOS / Math.max(1, pace.unitNanos()), 1, MAX);
      return Math.clamp(left / (SHARES * workers), 1, byTime);
    }
  }
}
