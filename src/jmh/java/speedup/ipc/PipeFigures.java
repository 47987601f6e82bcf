package speedup.ipc;

import speedup.bench.Figure;

/** Messages through pipes. */
final class PipeFigures {
  private static final int SMALL = 1_000_000;
  private static final byte[] BLOCK = new byte[1 << 20];
  private static final int BLOCKS = 200;

  private PipeFigures() {}

  static void print(Partner partner) throws Exception {
    try (var pipe = Pipe.oneWay()) {
      var in = pipe.sender();
      var out = pipe.receiver();
      Figure.print("pipe, small messages", small(partner, in, out), "msgs/s");
      Figure.print("pipe, 1 MiB messages", megabytes(partner, in, out), "MB/s");
    }
    try (var pipe = Pipe.twoWay()) {
      var here = pipe.first();
      var there = pipe.second();
      Figure.print("pipe, there and back", micros(partner, here, there), "µs");
    }
  }

  private static double small(Partner partner, Connection in, Connection out) throws Exception {
    var seconds =
        partner.together(
            () -> {
              for (var i = 0; i < SMALL; i++) {
                in.send(i);
              }
            },
            () -> {
              for (var i = 0; i < SMALL; i++) {
                if ((Integer) out.receive() != i) {
                  throw new IllegalStateException("message " + i + " was lost");
                }
              }
            });
    return SMALL / seconds;
  }

  private static double megabytes(Partner partner, Connection in, Connection out) throws Exception {
    var seconds =
        partner.together(
            () -> {
              for (var i = 0; i < BLOCKS; i++) {
                in.send(BLOCK);
              }
            },
            () -> {
              for (var i = 0; i < BLOCKS; i++) {
                if (((byte[]) out.receive()).length != BLOCK.length) {
                  throw new IllegalStateException("message " + i + " was cut");
                }
              }
            });
    return BLOCK.length * BLOCKS / 1e6 / seconds;
  }

  private static double micros(Partner partner, Connection here, Connection there)
      throws Exception {
    return partner.trip(
        () -> there.send(there.receive()),
        () -> {
          here.send(12345);
          here.receive();
        });
  }
}
