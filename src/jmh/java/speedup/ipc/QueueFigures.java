package speedup.ipc;

import speedup.bench.Figure;

/** Messages through queues, from one to one. */
final class QueueFigures {
  private static final int SMALL = 1_000_000;
  private static final int BOUND = 1_000;
  private static final byte[] BLOCK = new byte[1 << 20];
  private static final int BLOCKS = 200;
  private static final int BLOCK_BOUND = 4;

  private QueueFigures() {}

  static void print(Partner partner) throws Exception {
    try (var queue = new ProcessQueue<Integer>()) {
      Figure.print("queue, small messages", small(partner, queue), "msgs/s");
    }
    try (var queue = new ProcessQueue<Integer>(BOUND)) {
      Figure.print("queue of 1,000, small messages", small(partner, queue), "msgs/s");
    }
    try (var queue = new ProcessQueue<byte[]>(BLOCK_BOUND)) {
      Figure.print("queue of 4, 1 MiB messages", megabytes(partner, queue), "MB/s");
    }
    try (var out = new ProcessQueue<Integer>();
        var back = new ProcessQueue<Integer>()) {
      Figure.print("queue, there and back", micros(partner, out, back), "µs");
    }
  }

  private static double small(Partner partner, ProcessQueue<Integer> queue) throws Exception {
    var seconds =
        partner.together(
            () -> {
              for (var i = 0; i < SMALL; i++) {
                queue.put(i);
              }
            },
            () -> {
              for (var i = 0; i < SMALL; i++) {
                if (queue.take() != i) {
                  throw new IllegalStateException("message " + i + " was lost");
                }
              }
            });
    return SMALL / seconds;
  }

  private static double megabytes(Partner partner, ProcessQueue<byte[]> queue) throws Exception {
    var seconds =
        partner.together(
            () -> {
              for (var i = 0; i < BLOCKS; i++) {
                queue.put(BLOCK);
              }
            },
            () -> {
              for (var i = 0; i < BLOCKS; i++) {
                if (queue.take().length != BLOCK.length) {
                  throw new IllegalStateException("message " + i + " was cut");
                }
              }
            });
    return BLOCK.length * BLOCKS / 1e6 / seconds;
  }

  private static double micros(
      Partner partner, ProcessQueue<Integer> out, ProcessQueue<Integer> back) throws Exception {
    return partner.trip(
        () -> back.put(out.take()),
        () -> {
          out.put(12345);
          back.take();
        });
  }
}
