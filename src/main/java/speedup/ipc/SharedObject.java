package speedup.ipc;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import speedup.shm.SharedRegion;
import speedup.shm.Waiting;
import speedup.wire.Replaced;

/**
 * An object in shared memory. It is passed to a pool's task or a child process as an argument, a
 * component of a record, an element of a collection or captured by a lambda, and is the same object
 * there: one instance a process, however often it arrives.
 *
 * <p>Who creates it closes it, after the last task that uses it. Processes that have it then go on
 * with it, but no further one can receive it. Its memory is freed when the last process that has it
 * closes it, loses its last reference, or ends, however it ends.
 *
 * <p>A class of this package is made of a {@link Kind}, a descriptor of its layout, a constructor
 * over a {@link SharedRegion} of that kind, and a public constructor that passes {@link #create} to
 * it and then fills the memory, before any other process can know it.
 *
 * <p>Any thread. After {@link #close()} every operation in this process throws {@code
 * IllegalStateException}.
 */
public abstract class SharedObject implements AutoCloseable, Replaced, Serializable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final transient Kind kind;
  private final transient SharedRegion region;
  private final transient Waiting waiting;
  private final transient Cleaner.Cleanable leaving;

  SharedObject(Kind kind, SharedRegion region) {
    this.kind = kind;
    this.region = region;
    waiting = region.waiting();
    leaving = CLEANER.register(this, new Leaving(region));
    if (region.isCreator()) {
      Attached.add(region.path().toString(), this);
    }
  }

  /**
   * Memory for a new object.
   *
   * @param bytes of the body
   * @throws UncheckedIOException when the system gives none
   */
  static SharedRegion create(Kind kind, long bytes) {
    try {
      return SharedRegion.create(kind.code(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no shared memory for a " + kind, e);
    }
  }

  /** Runs when the object is closed or was collected; must not refer to it. */
  private record Leaving(SharedRegion region) implements Runnable {
    @Override
    public void run() {
      region.close();
      Attached.forget(region.path().toString());
    }
  }

  final Kind kind() {
    return kind;
  }

  final SharedRegion region() {
    return region;
  }

  MemorySegment memory() {
    return region.body();
  }

  final Waiting waiting() {
    return waiting;
  }

  /** Whether {@link #close()} was called in this process. */
  public final boolean isClosed() {
    return region.isClosed();
  }

  /**
   * Ends the use of it in this process. In the process that made it, also deletes it for all that
   * have not received it yet. Closing again does nothing.
   */
  @Override
  public void close() {
    leaving.clean();
    Attached.remove(region.path().toString(), this);
  }

  @Override
  public final Replaced.StandIn standIn() {
    if (isClosed()) {
      throw new IllegalStateException("a " + kind + " that is closed; send it before");
    }
    if (region.isCreator()) {
      Attached.keep(this);
    }
    return new Handle(kind, region.path().toString(), region.size());
  }

  @Serial
  final Object writeReplace() {
    return standIn();
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a shared object arrives as a handle only");
  }
}
