package speedup.ipc;

import java.util.List;
import java.util.Set;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * Two connected ends between processes, as {@code multiprocessing.Pipe}. Usually one of them is
 * passed to another process:
 *
 * <pre>{@code
 * try (var pipe = Pipe.twoWay()) {
 *   Connection theirs = pipe.second();
 *   var done = pool.submit(() -> theirs.send(theirs.receive() + "!"));
 *   pipe.first().send("hello");
 *   var answer = pipe.first().receive();
 * }
 * }</pre>
 *
 * <p>Its memory (one MiB a direction) is there until both ends are closed here, and after that for
 * the processes that have one. So an end can be closed here as soon as it was sent. It need not be:
 * an end that this process does not use itself does not keep the pipe open once another process has
 * it.
 *
 * <p>Objects cross that are plain values, shared objects, of the package that makes the pipe, or of
 * a package that it names. Any thread.
 */
public final class Pipe extends SharedObject {
  private static final int ONE_WAY = 1;
  private static final int TWO_WAY = 2;

  private final transient boolean twoWay;
  private final transient Crossing crossing;
  private final transient PipeEnds ends;
  private final transient PipeRing[] ringTo;

  /** The ends of this process; null: never asked for. Guarded by this. */
  private final transient Connection[] here = new Connection[2];

  /** Over memory that another process filled. */
  Pipe(SharedRegion region) {
    super(Kind.PIPE, region);
    var memory = memory();
    twoWay = Words.getInt(memory, PipeLayout.LANES) == TWO_WAY;
    crossing = Crossing.read(memory, PipeLayout.CROSSING);
    ends = new PipeEnds(region);
    ringTo =
        new PipeRing[] {
          new PipeRing(region, PipeLayout.ringTo(0)),
          twoWay ? new PipeRing(region, PipeLayout.ringTo(1)) : null
        };
    if (!region.isCreator()) {
      ends.forgetSelf();
    }
  }

  private static Pipe made(int lanes, Crossing crossing) {
    var region = create(Kind.PIPE, PipeLayout.bytes(lanes));
    var filled = false;
    try {
      var memory = region.body();
      Words.setInt(memory, PipeLayout.LANES, lanes);
      crossing.write(memory, PipeLayout.CROSSING);
      filled = true;
    } finally {
      if (!filled) {
        region.close();
      }
    }
    var pipe = new Pipe(region);
    for (var side = 0; side < pipe.here.length; side++) {
      pipe.ends.made(side);
      pipe.here[side] = pipe.connection(side, false);
    }
    return pipe;
  }

  /**
   * A pipe whose ends both send and receive.
   *
   * @param admitted more prefixes of classes that may cross, such as {@code "com.example."}
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static Pipe twoWay(String... admitted) {
    return made(TWO_WAY, Crossing.ofCaller(Set.of(Pipe.class), List.of(admitted)));
  }

  /**
   * A pipe from {@link #sender()} to {@link #receiver()}.
   *
   * @param admitted more prefixes of classes that may cross, such as {@code "com.example."}
   * @throws java.io.UncheckedIOException when the system gives no shared memory
   */
  public static Pipe oneWay(String... admitted) {
    return made(ONE_WAY, Crossing.ofCaller(Set.of(Pipe.class), List.of(admitted)));
  }

  /** One end; of a one-way pipe the one that receives. */
  public Connection first() {
    return end(0);
  }

  /** The other end; of a one-way pipe the one that sends. */
  public Connection second() {
    return end(1);
  }

  /**
   * The end of a one-way pipe that receives.
   *
   * @throws UnsupportedOperationException when both do
   */
  public Connection receiver() {
    requireOneWay();
    return first();
  }

  /**
   * The end of a one-way pipe that sends.
   *
   * @throws UnsupportedOperationException when both do
   */
  public Connection sender() {
    requireOneWay();
    return second();
  }

  private void requireOneWay() {
    if (twoWay) {
      throw new UnsupportedOperationException(
          "both ends of a two-way pipe send and receive; use first() and second()");
    }
  }

  private synchronized Connection end(int side) {
    if (here[side] == null) {
      ends.arrived(side);
      here[side] = connection(side, true);
    }
    return here[side];
  }

  private Connection connection(int side, boolean used) {
    var in = ringTo[side];
    var out = ringTo[1 - side];
    return new Connection(
        this,
        side,
        in == null ? null : new PipeReader(in, ends, 1 - side),
        out == null ? null : new PipeWriter(out, ends, 1 - side),
        used);
  }

  /**
   * An end that came in a message.
   *
   * @return null when this object was closed meanwhile
   */
  synchronized Connection arrived(int side) {
    if (isClosed()) {
      return null;
    }
    ends.arrived(side);
    if (here[side] == null || here[side].isClosed()) {
      here[side] = connection(side, true);
    }
    here[side].used();
    return here[side];
  }

  /** An end was closed here. */
  synchronized void left(int side) {
    if (isClosed()) {
      return;
    }
    if (here[side].isClosed()) { // and did not arrive again meanwhile
      ends.left(side);
    }
    wakeOthers(side);
    for (var end : here) {
      if (end != null && !end.isClosed()) {
        return;
      }
    }
    super.close();
  }

  private void wakeOthers(int side) {
    if (ringTo[1 - side] != null) {
      ringTo[1 - side].dataBell.ring();
    }
    if (ringTo[side] != null) {
      ringTo[side].roomBell.ring();
    }
  }

  PipeEnds ends() {
    return ends;
  }

  Crossing crossing() {
    return crossing;
  }

  /**
   * How many messages were given up in the middle, in all directions and processes: their sender or
   * receiver died or gave up after the first 32 KiB. They were skipped.
   */
  public long abandonedMessages() {
    return ringTo[0].abandoned() + (twoWay ? ringTo[1].abandoned() : 0);
  }

  /**
   * How many bytes were sent and not yet received, in all directions, with what the pipe needs
   * beside them.
   */
  public long bytesUnderWay() {
    return ringTo[0].used() + (twoWay ? ringTo[1].used() : 0);
  }

  /** The most bytes there is room for, in all directions; who has more to send waits. */
  public long capacityBytes() {
    return (long) PipeLayout.CAPACITY * (twoWay ? TWO_WAY : ONE_WAY);
  }

  /**
   * The next messages on their way to {@link #first()}, as copies; they stay. For who shows what is
   * in a pipe. Without those in pieces, and none while somebody receives one.
   *
   * @param most how many at most; each is rebuilt here
   * @throws TransferException when one cannot be rebuilt here
   */
  public List<Object> peekToFirst(int most) {
    return peek(0, most);
  }

  /** As {@link #peekToFirst}, of those to {@link #second()}. */
  public List<Object> peekToSecond(int most) {
    return peek(1, most);
  }

  /** Through an end of this process, which does not count as using it by that. */
  private synchronized List<Object> peek(int side, int most) {
    return here[side] == null || isClosed() ? List.of() : here[side].peek(most);
  }

  /** Closes both ends here. */
  @Override
  public void close() {
    Connection[] open;
    synchronized (this) {
      open = here.clone();
    }
    for (var end : open) {
      if (end != null) {
        end.close();
      }
    }
    super.close();
  }

  @Override
  public String toString() {
    return (twoWay ? "two-way pipe" : "one-way pipe") + (isClosed() ? ", closed" : "");
  }
}
