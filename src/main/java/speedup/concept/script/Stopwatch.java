package speedup.concept.script;

import java.io.Serializable;
import java.util.concurrent.Callable;
import speedup.ipc.SharedLongArray;

/**
 * Takes times, and keeps the shortest of each kind: the one with the least of everything else that
 * the machine does.
 *
 * @param micros one for each kind, 0 before it was taken
 */
public record Stopwatch(SharedLongArray micros) implements Serializable {
  /** Does something and takes its time. */
  public void time(int kind, Callable<?> work) throws Exception {
    var begin = System.nanoTime();
    work.call();
    var taken = Math.max(1, (System.nanoTime() - begin) / 1_000);
    var before = micros.get(kind);
    micros.set(kind, before == 0 ? taken : Math.min(before, taken));
  }
}
