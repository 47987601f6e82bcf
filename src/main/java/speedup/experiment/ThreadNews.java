package speedup.experiment;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What threads in a worker tell the parent, as numbers: one row after the other, each with its kind
 * first. Times are relative to the moment of the message, so that both clocks understand them.
 */
sealed interface ThreadNews {
  /** The threads have been let go. */
  record Began(long at) implements ThreadNews {}

  /** A thread works on a chunk. */
  record Started(int thread, int chunk, int items, long at) implements ThreadNews {}

  /**
   * A thread has finished a chunk.
   *
   * @param started when it began to compute
   * @param ended when it had finished
   * @param locked how much of the time between it waited for the lock
   */
  record Finished(int thread, int chunk, int items, long started, long ended, long locked)
      implements ThreadNews {}

  /**
   * What a thread has used.
   *
   * @param cpuNanos CPU time since it began, -1 where the system does not tell
   */
  record Used(int thread, long cpuNanos) implements ThreadNews {}

  /** Where messages go. */
  @FunctionalInterface
  interface Post {
    /** Sends one. */
    void send(long at, long[] numbers);
  }

  /** Puts rows into messages of a moderate length. For one thread. */
  final class Writer {
    private static final int LARGEST_ROW = 7;
    private static final int LONGEST = 1 << 13;

    private final long at;
    private final Post post;
    private final long[] numbers = new long[LONGEST];
    private int size;

    Writer(long at, Post post) {
      this.at = at;
      this.post = post;
    }

    void add(ThreadNews news) {
      if (size + LARGEST_ROW > LONGEST) {
        send();
      }
      switch (news) {
        case Began n -> put(0, n.at() - at);
        case Started n -> put(1, n.thread(), n.chunk(), n.items(), n.at() - at);
        case Finished n ->
            put(2, n.thread(), n.chunk(), n.items(), n.started() - at, n.ended() - at, n.locked());
        case Used n -> put(3, n.thread(), n.cpuNanos());
      }
    }

    private void put(long... row) {
      System.arraycopy(row, 0, numbers, size, row.length);
      size += row.length;
    }

    /** Sends what is not sent yet. */
    void send() {
      if (size > 0) {
        post.send(at, Arrays.copyOf(numbers, size));
        size = 0;
      }
    }
  }

  /**
   * Reads the rows of a message.
   *
   * @param at when it was sent, on the clock of the reader
   */
  static void read(long[] numbers, long at, Consumer<ThreadNews> reader) {
    var i = 0;
    while (i < numbers.length) {
      var kind = (int) numbers[i++];
      var news =
          switch (kind) {
            case 0 -> new Began(at + numbers[i++]);
            case 1 ->
                new Started(
                    (int) numbers[i++], (int) numbers[i++], (int) numbers[i++], at + numbers[i++]);
            case 2 ->
                new Finished(
                    (int) numbers[i++],
                    (int) numbers[i++],
                    (int) numbers[i++],
                    at + numbers[i++],
                    at + numbers[i++],
                    numbers[i++]);
            case 3 -> new Used((int) numbers[i++], numbers[i++]);
            default -> throw new IllegalArgumentException("news of kind " + kind);
          };
      reader.accept(news);
    }
  }
}
