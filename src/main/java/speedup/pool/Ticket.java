package speedup.pool;

/** A chunk of a job: cut once, then held by one worker after the other until it is settled. */
final class Ticket {
  final Job job;

  /** The chunk's number within its job. */
  final int number;

  /** Number of its first unit; a unit is an item, or the whole chunk where items are not known. */
  final int first;

  final int units;

  /** What the supply needs to build the argument; null where the numbers say it all. */
  final Object load;

  /** Deaths of workers for which it alone can be to blame. Guarded by the pool's lock. */
  int deaths;

  /**
   * Whether it may have taken a worker with it: it then runs alone, and is announced before it
   * begins. Guarded by the pool's lock.
   */
  boolean suspect;

  /** Nanoseconds it was expected to take when it was handed out; guarded by its holder. */
  long estimate;

  /** Size of the argument on the wire; published by the write of {@link #items} that follows. */
  int bytes;

  /** Items for events; written before it is sent, read when the worker answers. */
  volatile int items;

  /** On this process's clock, when the worker began it; 0 while that is not known. */
  volatile long startedAt;

  /** Whether it has been told to stop because its time was up. */
  volatile boolean timedOut;

  Ticket(Job job, int number, int first, int units, Object load) {
    this.job = job;
    this.number = number;
    this.first = first;
    this.units = units;
    this.load = load;
  }
}
