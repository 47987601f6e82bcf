package speedup.pool;

import java.util.List;

/**
 * Where something failed, and what the process was like then.
 *
 * @param worker the process's name, such as {@code worker 2}; empty when it failed in the parent
 * @param pid its process id; -1 when it failed in the parent
 * @param task the function in words; empty when no task was at work
 * @param argument its argument in words, shortened; empty for a task without one
 * @param attempts how often it was tried, 1 or more
 * @param heapUsed bytes of heap in use at the last sign of life; -1 unknown
 * @param heapMax most bytes of heap the process may use; -1 unknown
 * @param residentBytes memory that the process held at the last sign of life; -1 unknown
 * @param lastWords the last lines that the process printed
 */
public record Circumstances(
    String worker,
    long pid,
    String task,
    String argument,
    int attempts,
    long heapUsed,
    long heapMax,
    long residentBytes,
    List<String> lastWords) {
  private static final int MEBI = 1 << 20;
  private static final int SHOWN_WORDS = 5;

  /** Nothing is known: it failed in the parent. */
  public static final Circumstances NONE =
      new Circumstances("", -1, "", "", 1, -1, -1, -1, List.of());

  /** Copies the words. */
  public Circumstances {
    lastWords = List.copyOf(lastWords);
  }

  static Circumstances inParent(String task, String argument) {
    return new Circumstances("", -1, task, argument, 1, -1, -1, -1, List.of());
  }

  /** Such as {@code worker 2 (process 4711)}. */
  String who() {
    return pid < 0 ? "the parent" : "%s (process %d)".formatted(worker, pid);
  }

  /** Such as {@code Primes::count on 7}, as far as known. */
  String work() {
    return task.isEmpty() || argument.isEmpty() ? task : task + " on " + argument;
  }

  /** Such as {@code while it ran Primes::count on 7}; empty when no task was at work. */
  String doing() {
    return task.isEmpty() ? "" : " while it ran " + work();
  }

  /** Memory, attempts and last words, as far as known. */
  String more() {
    var text = new StringBuilder();
    if (heapMax > 0) {
      text.append("; heap %d of %d MB".formatted(heapUsed / MEBI, heapMax / MEBI));
    }
    if (residentBytes > 0) {
      text.append("%s resident %d MB".formatted(heapMax > 0 ? "," : ";", residentBytes / MEBI));
    }
    if (attempts > 1) {
      text.append("; tried %d times".formatted(attempts));
    }
    if (!lastWords.isEmpty()) {
      var from = Math.max(0, lastWords.size() - SHOWN_WORDS);
      text.append("; its last words: ")
          .append(String.join(" / ", lastWords.subList(from, lastWords.size())));
    }
    return text.toString();
  }
}
