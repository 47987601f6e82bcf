package speedup.pool;

/**
 * How far a worker's clock is ahead of the parent's. The answer with the shortest round trip is the
 * most exact: the true offset is within half of it. Used by one thread.
 */
final class ClockOffset {
  private long shortestTrip = Long.MAX_VALUE;
  private long offset;

  /** Takes one exchange, all in nanoseconds: sent and received here, answered there. */
  void exchanged(long sent, long received, long answered) {
    var trip = received - sent;
    if (trip < shortestTrip) {
      shortestTrip = trip;
      offset = answered - (sent + trip / 2);
    }
  }

  /** A time of the worker on the parent's clock. */
  long toParent(long workerNanos) {
    return workerNanos - offset;
  }

  long offset() {
    return offset;
  }
}
