package speedup.pool;

import java.util.List;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;

/**
 * What a job is made of: how its chunks are cut, what their arguments are, and who takes the
 * results. One kind for each way to call the pool.
 */
interface Supply {
  /**
   * Cuts the next chunk, or returns null when there is none at the moment. Called under the pool's
   * lock: quick, and calls nobody else's code.
   */
  Ticket cut(Job job, int number);

  /** About how many chunks are left to be cut. Called under the pool's lock. */
  int left(Job job);

  /**
   * Whether no chunk will ever be cut again, apart from those given back. Called under the pool's
   * lock.
   */
  boolean drained(Job job);

  /** The argument's bytes. Called on any of the pool's threads, once for each attempt. */
  byte[] argument(Ticket ticket, OutBuffer scratch) throws NotSendableException;

  /** Items of the chunk, for events. Called on any of the pool's threads. */
  default int items(Ticket ticket) {
    return ticket.units;
  }

  /**
   * Takes a result. Called once for a chunk, on any of the pool's threads.
   *
   * @param worker the worker's place in the pool
   * @param pid its process
   */
  void accept(int worker, long pid, Ticket ticket, Object result);

  /**
   * A chunk failed for good.
   *
   * @return whether the rest of the job goes on; it ends with this failure otherwise
   */
  boolean failed(Ticket ticket, PoolException why);

  /**
   * The same work in chunks of one unit, numbered from a given number on; empty where it cannot be
   * cut further. Called under the pool's lock.
   */
  default List<Ticket> split(Ticket ticket, int number) {
    return List.of();
  }

  /** A few words for the argument, for people who read about a failure. */
  String argumentInWords(Ticket ticket);
}
