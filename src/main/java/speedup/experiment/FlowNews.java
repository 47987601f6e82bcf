package speedup.experiment;

import java.util.Arrays;
import java.util.function.Consumer;
import speedup.workload.FlowLog;

/**
 * What a part of a flow tells the parent, as numbers: one row after the other, each with its kind
 * first. Times are relative to the moment of the message, so that both clocks understand them.
 */
sealed interface FlowNews {
  /** It worked on a batch. */
  record Worked(int batch, int items, long from, long to) implements FlowNews {}

  /** It was held back: there was no room for what it had made. */
  record Blocked(long from, long to) implements FlowNews {}

  /** Where messages go. */
  @FunctionalInterface
  interface Post {
    /** Sends one. */
    void send(long at, long[] numbers);
  }

  /**
   * Takes down what a part does, and sends it in few messages: a batch may take less time than a
   * message does. For one thread.
   */
  final class Writer implements FlowLog {
    /** So soon after a message there is no other one, unless it would be too long. */
    private static final long GATHER_NANOS = 50_000_000;

    private static final int ROW = 5;
    private static final int LONGEST = 1 << 12;

    private final Post post;
    private final long[] numbers = new long[LONGEST];
    private int size;
    private long sentAt;
    private long at;

    Writer(Post post, long now) {
      this.post = post;
      sentAt = now;
    }

    @Override
    public void worked(int batch, int items, long from, long to) {
      begin(to);
      put(0, batch, items, from - at, to - at);
    }

    @Override
    public void blocked(long from, long to) {
      begin(to);
      put(1, from - at, to - at);
    }

    @Override
    public void look(long now) {
      if (now - sentAt >= GATHER_NANOS) {
        send(now);
      }
    }

    private void begin(long now) {
      if (size + ROW > LONGEST) {
        send(now);
      }
      if (size == 0) {
        at = now;
      }
    }

    private void put(long... row) {
      System.arraycopy(row, 0, numbers, size, row.length);
      size += row.length;
    }

    /** Sends what is not sent yet. */
    void send(long now) {
      if (size > 0) {
        post.send(at, Arrays.copyOf(numbers, size));
        size = 0;
      }
      sentAt = now;
    }
  }

  /**
   * Reads the rows of a message.
   *
   * @param at the moment that it names, on the clock of the reader
   */
  static void read(long[] numbers, long at, Consumer<FlowNews> reader) {
    var i = 0;
    while (i < numbers.length) {
      var kind = (int) numbers[i++];
      var news =
          switch (kind) {
            case 0 ->
                new Worked(
                    (int) numbers[i++], (int) numbers[i++], at + numbers[i++], at + numbers[i++]);
            case 1 -> new Blocked(at + numbers[i++], at + numbers[i++]);
            default -> throw new IllegalArgumentException("news of kind " + kind);
          };
      reader.accept(news);
    }
  }
}
